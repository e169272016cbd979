package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on databases and tablespaces, none of which runs in a transaction but a few {@code ALTER}s. */
public sealed interface DatabaseStatement extends Statement {
    Name name();

    /** {@code CREATE DATABASE}. */
    record CreateDatabase(Name name, List<DefElem> options, SourceRange range) implements DatabaseStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.DATABASE, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_DATABASE;
        }
    }

    /** {@code ALTER DATABASE} with options; {@code SET TABLESPACE} is the option {@code tablespace}. */
    record AlterDatabase(Name name, List<DefElem> options, SourceRange range) implements DatabaseStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_DATABASE;
        }
    }

    /** {@code ALTER DATABASE … REFRESH COLLATION VERSION}. */
    record AlterDatabaseRefreshCollation(Name name, SourceRange range) implements DatabaseStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_DATABASE_REFRESH_COLL;
        }
    }

    /** {@code ALTER DATABASE … SET}. */
    record AlterDatabaseSet(Name name, SettingChange change, SourceRange range) implements DatabaseStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_DATABASE_SET;
        }
    }

    /** {@code CREATE TABLESPACE}. */
    record CreateTablespace(
            Name name, @Nullable RoleSpec owner, String location, List<DefElem> options, SourceRange range)
            implements DatabaseStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.TABLESPACE, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_TABLE_SPACE;
        }
    }

    /** {@code ALTER TABLESPACE … SET} and {@code RESET}. */
    record AlterTablespace(Name name, boolean reset, List<DefElem> options, SourceRange range)
            implements DatabaseStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_TABLE_SPACE_OPTIONS;
        }
    }
}
