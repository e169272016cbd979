package dev.pgmigrate.template;

import java.util.List;

/** How the tool that will run a file executes its statements, on which the best way to write them depends. */
public enum Execution {
    /** As {@code migrate:apply} does: it sets timeouts, and removes what a failed build of an index left. */
    OURS,
    /** One transaction a file, but for files that consist of nothing that forbids one. */
    TRANSACTION_PER_FILE,
    /** One transaction a file, whatever is in it. */
    BATCH,
    /** One transaction a changeset, which says so itself where it wants none. */
    TRANSACTION_PER_CHANGESET,
    /** Each statement by itself. */
    STATEMENT_BY_STATEMENT;

    /** Returns the folders whose templates take the place of the plain ones. */
    List<String> folders() {
        return switch (this) {
            case OURS -> List.of();
            case BATCH -> List.of("one-batch/", "one-transaction/", "other-runner/");
            case TRANSACTION_PER_FILE, TRANSACTION_PER_CHANGESET -> List.of("one-transaction/", "other-runner/");
            case STATEMENT_BY_STATEMENT -> List.of("other-runner/");
        };
    }

    /** Returns the statement that bounds the wait for a lock, where nobody else does. */
    public String lockTimeout() {
        return switch (this) {
            case OURS -> "";
            case BATCH, TRANSACTION_PER_FILE, TRANSACTION_PER_CHANGESET -> "SET LOCAL lock_timeout = '2s';\n\n";
            case STATEMENT_BY_STATEMENT -> "SET lock_timeout = '2s';\n\n";
        };
    }
}
