package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on foreign data; foreign tables are in {@link TableStatement}. */
public sealed interface ForeignDataStatement extends Statement {
    /** {@code CREATE FOREIGN DATA WRAPPER}. */
    record CreateFdw(Name name, List<DefElem> functions, List<DefElem> options, SourceRange range)
            implements ForeignDataStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.FOREIGN_DATA_WRAPPER, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_FDW;
        }
    }

    /** {@code ALTER FOREIGN DATA WRAPPER}. */
    record AlterFdw(Name name, List<DefElem> functions, List<DefElem> options, SourceRange range)
            implements ForeignDataStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_FDW;
        }
    }

    /** {@code CREATE SERVER}. */
    record CreateServer(
            boolean ifNotExists,
            Name name,
            @Nullable String type,
            @Nullable String version,
            Name wrapper,
            List<DefElem> options,
            SourceRange range)
            implements ForeignDataStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.FOREIGN_SERVER, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_FOREIGN_SERVER;
        }
    }

    /** {@code ALTER SERVER}. */
    record AlterServer(Name name, @Nullable String version, List<DefElem> options, SourceRange range)
            implements ForeignDataStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_FOREIGN_SERVER;
        }
    }

    /**
     * {@code CREATE USER MAPPING}.
     *
     * @param mapped {@code FOR user SERVER server}
     */
    record CreateUserMapping(
            boolean ifNotExists,
            RoleSpec user,
            Name server,
            SourceRange mapped,
            List<DefElem> options,
            SourceRange range)
            implements ForeignDataStatement, Making {
        @Override
        public ObjectReference made() {
            ObjectName mappedUser = ObjectName.of(user.name());
            return new ObjectReference(ObjectType.USER_MAPPING, mappedUser, ObjectName.of(server), null, mapped);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_USER_MAPPING;
        }
    }

    /** {@code ALTER USER MAPPING}. */
    record AlterUserMapping(RoleSpec user, Name server, List<DefElem> options, SourceRange range)
            implements ForeignDataStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_USER_MAPPING;
        }
    }

    /** Which tables of a foreign schema are imported. */
    enum Selection {
        ALL,
        LIMIT_TO,
        EXCEPT
    }

    /** {@code IMPORT FOREIGN SCHEMA}. */
    record ImportForeignSchema(
            Name remoteSchema,
            Selection selection,
            List<ObjectName> tables,
            Name server,
            Name localSchema,
            List<DefElem> options,
            SourceRange range)
            implements ForeignDataStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.IMPORT_FOREIGN_SCHEMA;
        }
    }
}
