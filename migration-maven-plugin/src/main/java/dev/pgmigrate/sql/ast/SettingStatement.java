package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/** Statements on run-time settings. */
public sealed interface SettingStatement extends Statement {
    /**
     * {@code SET} and {@code RESET}.
     *
     * @param local whether it ends with the transaction
     */
    record SetStatement(boolean local, SettingChange change, SourceRange range) implements SettingStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.VARIABLE_SET;
        }
    }

    /** {@code SHOW}. */
    record ShowStatement(String name, SourceRange range) implements SettingStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.VARIABLE_SHOW;
        }
    }

    /** {@code ALTER SYSTEM}. */
    record AlterSystem(SettingChange change, SourceRange range) implements SettingStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_SYSTEM;
        }
    }

    /** {@code SET CONSTRAINTS}; no names for {@code ALL}. */
    record SetConstraints(List<ObjectName> names, boolean deferred, SourceRange range) implements SettingStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.CONSTRAINTS_SET;
        }
    }
}
