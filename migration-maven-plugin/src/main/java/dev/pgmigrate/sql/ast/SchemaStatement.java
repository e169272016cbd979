package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code CREATE SCHEMA} and {@code CREATE EXTENSION} with what alters an extension. */
public sealed interface SchemaStatement extends Statement {
    /**
     * {@code CREATE SCHEMA}.
     *
     * @param name null where the schema is named after its owner
     * @param owner the role of {@code AUTHORIZATION}
     * @param elements the statements that make objects in it
     */
    record CreateSchema(
            boolean ifNotExists,
            @Nullable Name name,
            @Nullable RoleSpec owner,
            List<Statement> elements,
            SourceRange range)
            implements SchemaStatement, Making {
        @Override
        public @Nullable ObjectReference made() {
            return name == null ? null : ObjectReference.of(ObjectType.SCHEMA, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_SCHEMA;
        }
    }

    /** {@code CREATE EXTENSION}. */
    record CreateExtension(
            boolean ifNotExists,
            Name name,
            @Nullable Name schema,
            @Nullable String version,
            boolean cascade,
            SourceRange range)
            implements SchemaStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.EXTENSION, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_EXTENSION;
        }
    }

    /** {@code ALTER EXTENSION … UPDATE}. */
    record AlterExtension(Name name, @Nullable String version, SourceRange range) implements SchemaStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_EXTENSION;
        }
    }

    /** {@code ALTER EXTENSION … ADD} and {@code DROP}, which change what belongs to it. */
    record AlterExtensionContents(Name name, boolean add, ObjectReference member, SourceRange range)
            implements SchemaStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_EXTENSION_CONTENTS;
        }
    }
}
