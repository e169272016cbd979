package dev.pgmigrate.apply.run;

import dev.pgmigrate.postgres.QualifiedName;

/**
 * What a cancelled or failed {@code CONCURRENTLY} leaves behind.
 *
 * @param kind what it is
 * @param oid of the index, or of the partition
 * @param name the index, or the partition
 * @param table the table that it belongs to
 */
public record Leftover(Kind kind, long oid, QualifiedName name, QualifiedName table) {
    /** The forms. */
    public enum Kind {
        /** An index that no query uses, but that every write keeps up, and that can still reject rows. */
        INVALID_INDEX,
        /** A partition that is half detached. */
        PENDING_DETACH
    }

    /** Returns the statement that removes it. */
    public String remedy() {
        return kind == Kind.INVALID_INDEX
                ? "DROP INDEX CONCURRENTLY IF EXISTS " + name.quoted()
                : "ALTER TABLE " + table.quoted() + " DETACH PARTITION " + name.quoted() + " FINALIZE";
    }
}
