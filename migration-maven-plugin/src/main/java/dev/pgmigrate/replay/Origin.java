package dev.pgmigrate.replay;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;

/**
 * The statement that made or last changed something.
 *
 * @param file the file
 * @param range the part of the file to show
 */
public record Origin(SqlFile file, SourceRange range) {}
