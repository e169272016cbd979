package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on extended statistics. */
public sealed interface StatisticsStatement extends Statement {
    /**
     * {@code CREATE STATISTICS}.
     *
     * @param name null where the server is to choose one
     * @param kinds {@code ndistinct}, {@code dependencies}, {@code mcv}; empty for all
     * @param elements columns and expressions
     * @param from the tables; PostgreSQL takes one, its grammar any list
     */
    record CreateStatistics(
            boolean ifNotExists,
            @Nullable ObjectName name,
            List<Name> kinds,
            List<IndexElement> elements,
            List<? extends Node> from,
            SourceRange range)
            implements StatisticsStatement, Making {
        @Override
        public @Nullable ObjectReference made() {
            return name == null ? null : ObjectReference.of(ObjectType.STATISTICS, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_STATS;
        }
    }

    /**
     * {@code ALTER STATISTICS … SET STATISTICS}.
     *
     * @param target null for {@code DEFAULT}
     */
    record AlterStatistics(
            boolean ifExists, ObjectName name, @Nullable Integer target, SourceRange range)
            implements StatisticsStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_STATS;
        }
    }
}
