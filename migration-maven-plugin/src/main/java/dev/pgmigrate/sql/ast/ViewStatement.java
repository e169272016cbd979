package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on views and materialized views. */
public sealed interface ViewStatement extends Statement {
    ObjectName name();

    /** How far {@code WITH CHECK OPTION} reaches. */
    enum CheckOption {
        LOCAL,
        CASCADED
    }

    /** {@code CREATE VIEW}. */
    record CreateView(
            boolean orReplace,
            Persistence persistence,
            boolean recursive,
            ObjectName name,
            List<Name> columns,
            List<DefElem> options,
            Statement query,
            @Nullable CheckOption checkOption,
            SourceRange range)
            implements ViewStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.VIEW, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_VIEW;
        }
    }

    /** {@code CREATE MATERIALIZED VIEW}, which PostgreSQL keeps as a {@code CreateTableAsStmt}. */
    record CreateMaterializedView(
            boolean unlogged,
            boolean ifNotExists,
            ObjectName name,
            List<Name> columns,
            @Nullable Name accessMethod,
            List<DefElem> options,
            @Nullable Name tablespace,
            Statement query,
            boolean withData,
            SourceRange range)
            implements ViewStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.MATERIALIZED_VIEW, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_TABLE_AS;
        }
    }

    /**
     * {@code REFRESH MATERIALIZED VIEW}.
     *
     * @param keyword the words {@code MATERIALIZED VIEW}, behind which {@code CONCURRENTLY} belongs
     */
    record RefreshMaterializedView(
            SourceRange keyword, boolean concurrently, ObjectName name, boolean withData, SourceRange range)
            implements ViewStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.REFRESH_MAT_VIEW;
        }
    }
}
