package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/** Statements on cursors. */
public sealed interface CursorStatement extends Statement {
    /** {@code DECLARE … CURSOR}. */
    record DeclareCursor(Name name, boolean hold, Statement query, SourceRange range) implements CursorStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.DECLARE_CURSOR;
        }
    }

    /** {@code FETCH} and {@code MOVE}. */
    record Fetch(Name name, boolean move, SourceRange range) implements CursorStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.FETCH;
        }
    }

    /** {@code CLOSE}; null for {@code ALL}. */
    record Close(@Nullable Name name, SourceRange range) implements CursorStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.CLOSE_PORTAL;
        }
    }
}
