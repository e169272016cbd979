package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that build or rebuild indexes. */
public sealed interface IndexStatement extends Statement {
    /**
     * {@code CREATE INDEX}.
     *
     * @param keyword the word {@code INDEX}, behind which {@code CONCURRENTLY} and {@code IF NOT EXISTS} belong
     * @param name null where the server is to choose one
     * @param only whether {@code ON ONLY} leaves the partitions without it
     * @param method the word after {@code USING}; null for btree
     */
    record CreateIndex(
            boolean unique,
            SourceRange keyword,
            boolean concurrently,
            boolean ifNotExists,
            @Nullable Name name,
            boolean only,
            ObjectName table,
            @Nullable Name method,
            List<IndexElement> elements,
            List<IndexElement> including,
            boolean nullsNotDistinct,
            List<DefElem> options,
            @Nullable Name tablespace,
            @Nullable Expression where,
            SourceRange range)
            implements IndexStatement, Making {
        @Override
        public @Nullable ObjectReference made() {
            return name == null ? null : ObjectReference.of(ObjectType.INDEX, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_INDEX;
        }
    }

    /** What {@code REINDEX} rebuilds. */
    enum Target {
        INDEX,
        TABLE,
        SCHEMA,
        SYSTEM,
        DATABASE
    }

    /**
     * {@code REINDEX}.
     *
     * @param concurrently whether written as a word or in {@code options}
     * @param keyword the word that names the target, behind which {@code CONCURRENTLY} belongs
     * @param name null where {@code SYSTEM} or {@code DATABASE} stands alone
     */
    record Reindex(
            Target target,
            SourceRange keyword,
            boolean concurrently,
            @Nullable ObjectName name,
            List<DefElem> options,
            SourceRange range)
            implements IndexStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.REINDEX;
        }
    }
}
