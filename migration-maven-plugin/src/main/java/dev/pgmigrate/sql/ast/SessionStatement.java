package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/** Statements on the session: notifications, {@code DISCARD}, {@code LOAD}, {@code CHECKPOINT}. */
public sealed interface SessionStatement extends Statement {
    /** {@code LISTEN}. */
    record Listen(Name channel, SourceRange range) implements SessionStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.LISTEN;
        }
    }

    /** {@code UNLISTEN}; null for {@code *}. */
    record Unlisten(@Nullable Name channel, SourceRange range) implements SessionStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.UNLISTEN;
        }
    }

    /** {@code NOTIFY}. */
    record Notify(Name channel, @Nullable String payload, SourceRange range) implements SessionStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.NOTIFY;
        }
    }

    /** What {@code DISCARD} throws away. */
    enum DiscardTarget {
        ALL,
        PLANS,
        SEQUENCES,
        TEMP
    }

    /** {@code DISCARD}. */
    record Discard(DiscardTarget target, SourceRange range) implements SessionStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.DISCARD;
        }
    }

    /** {@code LOAD}. */
    record Load(String file, SourceRange range) implements SessionStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.LOAD;
        }
    }

    /** {@code CHECKPOINT}. */
    record Checkpoint(SourceRange range) implements SessionStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.CHECK_POINT;
        }
    }
}
