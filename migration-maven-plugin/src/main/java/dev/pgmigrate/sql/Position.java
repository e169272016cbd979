package dev.pgmigrate.sql;

/**
 * A place in a file as people and editors count it.
 *
 * @param line the line, from 1
 * @param column the column, from 1, in code points
 */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
