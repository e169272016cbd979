package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/** Every {@code DROP}, but {@link RoleStatement.DropOwned}. */
public sealed interface DropStatement extends Statement {
    ObjectType objectType();

    /** The words that name the kind, behind which {@code CONCURRENTLY} belongs, or {@code IF EXISTS} without it. */
    SourceRange keyword();

    boolean ifExists();

    boolean cascade();

    List<ObjectReference> objects();

    /** {@code DROP} of whatever PostgreSQL keeps as a {@code DropStmt}. */
    record Drop(
            ObjectType objectType,
            SourceRange keyword,
            boolean concurrently,
            boolean ifExists,
            List<ObjectReference> objects,
            boolean cascade,
            SourceRange range)
            implements DropStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.DROP;
        }
    }

    /** {@code DROP ROLE}, {@code DROP USER}, {@code DROP GROUP}. */
    record DropRole(SourceRange keyword, boolean ifExists, List<RoleSpec> roles, SourceRange range)
            implements DropStatement {
        @Override
        public ObjectType objectType() {
            return ObjectType.ROLE;
        }

        @Override
        public boolean cascade() {
            return false;
        }

        @Override
        public List<ObjectReference> objects() {
            return roles.stream().map(DropRole::reference).toList();
        }

        private static ObjectReference reference(RoleSpec role) {
            ObjectName name = new ObjectName(List.of(role.name()), role.range());
            return new ObjectReference(ObjectType.ROLE, name, null, null, role.range());
        }

        @Override
        public StatementKind kind() {
            return StatementKind.DROP_ROLE;
        }
    }

    /** {@code DROP DATABASE}, {@code DROP TABLESPACE}, {@code DROP SUBSCRIPTION} and {@code DROP USER MAPPING}. */
    record DropOne(
            StatementKind kind,
            ObjectType objectType,
            SourceRange keyword,
            boolean ifExists,
            ObjectReference object,
            boolean cascade,
            List<DefElem> options,
            SourceRange range)
            implements DropStatement {
        @Override
        public List<ObjectReference> objects() {
            return List.of(object);
        }
    }
}
