package dev.pgmigrate.sql.ast;

import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on whole tables: {@code COPY}, {@code TRUNCATE}, {@code LOCK}. */
public sealed interface BulkStatement extends Statement {
    /** A table, with its children unless {@code ONLY} is written. */
    record Relation(boolean only, ObjectName name, SourceRange range) implements Node {}

    /** {@code TRUNCATE}. */
    record Truncate(List<Relation> tables, boolean restartIdentity, boolean cascade, SourceRange range)
            implements BulkStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.TRUNCATE;
        }
    }

    /** {@code LOCK}; the mode is {@code ACCESS EXCLUSIVE} where none is written. */
    record Lock(List<Relation> tables, LockMode mode, boolean nowait, SourceRange range) implements BulkStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.LOCK;
        }
    }

    /**
     * {@code COPY}.
     *
     * @param table null where a query is copied
     * @param query null where a table is copied
     * @param isFrom whether rows are read into the table
     * @param program whether {@code file} is a command
     * @param file null for {@code STDIN} and {@code STDOUT}
     */
    record Copy(
            @Nullable ObjectName table,
            List<Name> columns,
            @Nullable Statement query,
            boolean isFrom,
            boolean program,
            @Nullable String file,
            List<DefElem> options,
            @Nullable Expression where,
            SourceRange range)
            implements BulkStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.COPY;
        }
    }
}
