package dev.pgmigrate.goal;

/**
 * One line of the table of migrations.
 *
 * @param path the file as people read it
 * @param version its version as written; empty for a file that could not be read
 * @param name what its name says beside the version
 * @param state what is known about it
 * @param remark the rest of the line, such as how long it took; may be empty
 */
public record FileLine(String path, String version, String name, FileState state, String remark) {}
