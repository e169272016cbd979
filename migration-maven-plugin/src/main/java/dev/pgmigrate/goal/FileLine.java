package dev.pgmigrate.goal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of migrations.
 *
 * @param path the file as people read it
 * @param version its version as written; empty for a file that could not be read
 * @param name what its name says beside the version
 * @param state what is known about it
 * @param remark the rest of the line, such as how long it took; may be empty
 * @param historyOrNull what a database's history says about it, or null
 */
public record FileLine(
        String path,
        String version,
        String name,
        FileState state,
        String remark,
        @Nullable HistoryLine historyOrNull) {
    public FileLine(String path, String version, String name, FileState state, String remark) {
        this(path, version, name, state, remark, null);
    }

    public Optional<HistoryLine> history() {
        return Optional.ofNullable(historyOrNull);
    }
}
