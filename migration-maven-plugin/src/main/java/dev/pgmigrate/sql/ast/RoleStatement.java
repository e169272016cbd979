package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on roles. */
public sealed interface RoleStatement extends Statement {
    /** The word that was written. */
    enum Word {
        ROLE,
        USER,
        GROUP
    }

    /** {@code CREATE ROLE}, {@code CREATE USER}, {@code CREATE GROUP}. */
    record CreateRole(Word word, Name name, List<RoleOption> options, SourceRange range)
            implements RoleStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.ROLE, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_ROLE;
        }
    }

    /** {@code ALTER ROLE} and {@code ALTER GROUP … ADD USER}. */
    record AlterRole(RoleSpec role, List<RoleOption> options, SourceRange range) implements RoleStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_ROLE;
        }
    }

    /**
     * {@code ALTER ROLE … SET}.
     *
     * @param role null for {@code ALL}
     */
    record AlterRoleSet(@Nullable RoleSpec role, @Nullable Name database, SettingChange change, SourceRange range)
            implements RoleStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_ROLE_SET;
        }
    }

    /** {@code REASSIGN OWNED}. */
    record ReassignOwned(List<RoleSpec> roles, RoleSpec newOwner, SourceRange range) implements RoleStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.REASSIGN_OWNED;
        }
    }

    /** {@code DROP OWNED}, which drops whatever the roles own in this database. */
    record DropOwned(List<RoleSpec> roles, boolean cascade, SourceRange range) implements RoleStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.DROP_OWNED;
        }
    }

    /**
     * One option of a role.
     *
     * @param name in lower case as PostgreSQL calls it: {@code superuser}, {@code canlogin}, {@code password}, {@code validUntil}, …
     * @param value null for an option that is a word alone; {@code true} or {@code false} for a switch
     * @param roles of {@code IN ROLE}, {@code ROLE} and {@code ADMIN}
     */
    record RoleOption(String name, @Nullable String value, List<RoleSpec> roles, SourceRange range) implements Node {}
}
