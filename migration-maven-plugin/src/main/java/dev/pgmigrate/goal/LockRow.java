package dev.pgmigrate.goal;

/**
 * What a statement did to a table, as reports write it.
 *
 * @param statement the statement as written
 * @param line the line that it begins in
 * @param table the table
 * @param mode the lock that the server held, {@code ACCESS EXCLUSIVE}; empty if none
 * @param predicted the lock that the rules expect; empty if none
 * @param surprising whether the two tell people otherwise about who has to wait
 * @param rewrites whether the table was rewritten
 * @param scans whether all its rows were read
 * @param millis how long the lock was held
 * @param blocks what had to wait meanwhile: {@code reads}, {@code writes} or {@code DDL}
 */
public record LockRow(
        String statement,
        int line,
        String table,
        String mode,
        String predicted,
        boolean surprising,
        boolean rewrites,
        boolean scans,
        long millis,
        String blocks) {}
