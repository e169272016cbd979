package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on privileges and memberships. */
public sealed interface GrantStatement extends Statement {
    /** Tells {@code GRANT} from {@code REVOKE}. */
    boolean isGrant();

    /**
     * One privilege, with the columns that it is limited to.
     *
     * @param name in lower case; {@code all} for {@code ALL [PRIVILEGES]}
     */
    record Privilege(String name, List<Name> columns, SourceRange range) implements Node {}

    /** Which objects are meant. */
    enum Scope {
        OBJECTS,
        ALL_IN_SCHEMA,
        DEFAULTS
    }

    /**
     * {@code GRANT … ON} and {@code REVOKE … ON}; also what an {@code ALTER DEFAULT PRIVILEGES} ends with.
     *
     * @param objects the objects, or the schemas of {@code ALL … IN SCHEMA}; empty for defaults
     * @param grantOption {@code WITH GRANT OPTION}, or {@code GRANT OPTION FOR}
     */
    record Grant(
            boolean isGrant,
            List<Privilege> privileges,
            ObjectType objectType,
            Scope scope,
            List<ObjectReference> objects,
            List<RoleSpec> grantees,
            boolean grantOption,
            @Nullable RoleSpec grantor,
            boolean cascade,
            SourceRange range)
            implements GrantStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.GRANT;
        }
    }

    /**
     * {@code GRANT role TO} and {@code REVOKE role FROM}.
     *
     * @param options {@code ADMIN}, {@code INHERIT}, {@code SET}
     */
    record GrantRole(
            boolean isGrant,
            List<Privilege> roles,
            List<RoleSpec> grantees,
            List<DefElem> options,
            @Nullable RoleSpec grantor,
            boolean cascade,
            SourceRange range)
            implements GrantStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.GRANT_ROLE;
        }
    }

    /** {@code ALTER DEFAULT PRIVILEGES}. */
    record AlterDefaultPrivileges(List<RoleSpec> forRoles, List<Name> inSchemas, Grant grant, SourceRange range)
            implements GrantStatement {
        @Override
        public boolean isGrant() {
            return grant.isGrant();
        }

        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_DEFAULT_PRIVILEGES;
        }
    }
}
