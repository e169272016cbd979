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
 * @param proofOrNull what a proof says about it, or null
 */
public record FileLine(
        String path,
        String version,
        String name,
        FileState state,
        String remark,
        @Nullable HistoryLine historyOrNull,
        @Nullable ProofLine proofOrNull) {
    public FileLine(String path, String version, String name, FileState state, String remark) {
        this(path, version, name, state, remark, null, null);
    }

    public FileLine(
            String path,
            String version,
            String name,
            FileState state,
            String remark,
            @Nullable HistoryLine historyOrNull) {
        this(path, version, name, state, remark, historyOrNull, null);
    }

    /** Returns this line with another proof. */
    FileLine with(ProofLine proof) {
        return new FileLine(path, version, name, state, remark, historyOrNull, proof);
    }

    public Optional<HistoryLine> history() {
        return Optional.ofNullable(historyOrNull);
    }

    public Optional<ProofLine> proof() {
        return Optional.ofNullable(proofOrNull);
    }
}
