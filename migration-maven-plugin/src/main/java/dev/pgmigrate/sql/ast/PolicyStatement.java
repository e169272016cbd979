package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on row security policies. */
public sealed interface PolicyStatement extends Statement {
    Name name();

    ObjectName table();

    /** The roles after {@code TO}; empty where none are written, which means {@code PUBLIC} when the policy is made. */
    List<RoleSpec> roles();

    @Nullable
    Expression using();

    @Nullable
    Expression withCheck();

    /** The commands that a policy is for. */
    enum Command {
        ALL,
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }

    /**
     * {@code CREATE POLICY}.
     *
     * @param command {@link Command#ALL} where none is written
     */
    record CreatePolicy(
            Name name,
            ObjectName table,
            boolean permissive,
            Command command,
            List<RoleSpec> roles,
            @Nullable Expression using,
            @Nullable Expression withCheck,
            SourceRange range)
            implements PolicyStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.POLICY, name, table);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_POLICY;
        }
    }

    /** {@code ALTER POLICY}. */
    record AlterPolicy(
            Name name,
            ObjectName table,
            List<RoleSpec> roles,
            @Nullable Expression using,
            @Nullable Expression withCheck,
            SourceRange range)
            implements PolicyStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_POLICY;
        }
    }
}
