package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;

/**
 * A query in a directive that has to return one row, with true: {@code query "SELECT count(*) = 0 FROM t"}.
 *
 * @param sql the query, without the quotes around it
 * @param range where it is in the file
 */
public record ValidationQuery(String sql, SourceRange range) implements Condition {}
