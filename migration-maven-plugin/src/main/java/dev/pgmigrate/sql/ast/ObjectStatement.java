package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/** What can be said of an object of any kind: a comment, a label, a new name, schema or owner. */
public sealed interface ObjectStatement extends Statement {
    ObjectReference object();

    /** {@code COMMENT ON}; null for {@code IS NULL}. */
    record Comment(ObjectReference object, @Nullable String text, SourceRange range) implements ObjectStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.COMMENT;
        }
    }

    /** {@code SECURITY LABEL}; null for {@code IS NULL}. */
    record SecurityLabel(
            @Nullable String provider,
            ObjectReference object,
            @Nullable String label,
            SourceRange range) implements ObjectStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.SEC_LABEL;
        }
    }

    /**
     * {@code ALTER … RENAME}.
     *
     * @param object what gets the new name; for a column, an attribute or a constraint its {@code parent} is what the
     *     statement names first
     * @param relationType the kind of relation that the statement names where a column is renamed: table, view, …
     * @param only whether {@code ONLY} leaves the children of a table as they are
     */
    record Rename(
            ObjectReference object,
            @Nullable ObjectType relationType,
            boolean ifExists,
            boolean only,
            Name newName,
            boolean cascade,
            SourceRange range)
            implements ObjectStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.RENAME;
        }
    }

    /** {@code ALTER … SET SCHEMA}. */
    record SetSchema(ObjectReference object, boolean ifExists, Name schema, SourceRange range)
            implements ObjectStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_OBJECT_SCHEMA;
        }
    }

    /** {@code ALTER … OWNER TO}, but for relations, where it is an {@link AlterTableAction.OwnerTo}. */
    record SetOwner(ObjectReference object, RoleSpec owner, SourceRange range) implements ObjectStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_OWNER;
        }
    }

    /** {@code ALTER … DEPENDS ON EXTENSION}. */
    record DependsOnExtension(ObjectReference object, boolean depends, Name extension, SourceRange range)
            implements ObjectStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_OBJECT_DEPENDS;
        }
    }
}
