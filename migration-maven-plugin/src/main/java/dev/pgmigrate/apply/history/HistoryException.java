package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;
import java.util.List;

/** Says why the history cannot be read or written, with the statements that would fix it. */
public final class HistoryException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The role may not read it. */
        NOT_READABLE,
        /** The role may not create or write it. */
        NOT_WRITABLE,
        /** A relation of that name is something else. */
        OTHER_SHAPE,
        /** Another tool wrote to its own history during this run. */
        ELSEWHERE,
        /** Another history of this tool holds the same files. */
        TWIN
    }

    private final Reason reason;
    private final transient List<String> grants;

    HistoryException(Reason reason, String message, List<String> grants) {
        super(message);
        this.reason = reason;
        this.grants = List.copyOf(grants);
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the statements with which someone with the necessary privileges can fix it. */
    public List<String> grants() {
        return grants;
    }
}
