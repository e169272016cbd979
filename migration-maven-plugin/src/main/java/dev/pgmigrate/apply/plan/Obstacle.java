package dev.pgmigrate.apply.plan;

import dev.pgmigrate.sql.Position;

/**
 * One reason why nothing can be applied, or rolled back, known before a transaction is opened.
 *
 * @param kind what is wrong
 * @param path the file
 * @param position the place in it
 * @param message what is wrong there, one sentence
 * @param advice what to do, one sentence
 */
public record Obstacle(Kind kind, String path, Position position, String message, String advice) {
    /** What is wrong. */
    public enum Kind {
        CHANGED,
        MISSING,
        OUT_OF_ORDER,
        DUPLICATE_VERSION,
        REJECTED_FILE,
        REPEATABLE,
        SYNTAX,
        META_COMMAND,
        TRANSACTION_CONTROL,
        MIXED_TRANSACTION_MODES,
        SESSION_STATE,
        CLIENT_ENCODING,
        UNKNOWN_TARGET,
        DIRECTIVE,
        SUPABASE_VERSION,
        /** It was there before the history. */
        BASELINE,
        /** Nothing undoes it, on purpose or because nobody wrote it. */
        NO_ROLLBACK,
        /** Something that stays depends on it. */
        NEEDED,
        /** The history is not what it was when it was looked at. */
        CHANGED_MEANWHILE,
        /** Another tool has applied what this one has not, or the other way round. */
        ELSEWHERE
    }

    public static final Position START = new Position(1, 1);

    @Override
    public String toString() {
        return path + ":" + position + " " + message + " " + advice;
    }
}
