package dev.pgmigrate.goal;

import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.sql.Position;

/**
 * What a server said without being asked while a statement ran, such as the text of a {@code RAISE WARNING}.
 *
 * @param path the file
 * @param start where the statement begins
 * @param end where it ends
 */
public record Remark(String path, Position start, Position end, ServerNotice notice) {}
