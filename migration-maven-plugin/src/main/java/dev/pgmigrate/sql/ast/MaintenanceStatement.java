package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code VACUUM}, {@code ANALYZE} and {@code CLUSTER}. */
public sealed interface MaintenanceStatement extends Statement {
    /** A table, with the columns that are named of it. */
    record Relation(boolean only, ObjectName name, List<Name> columns, SourceRange range) implements Node {}

    /** {@code VACUUM}; the old words {@code FULL FREEZE VERBOSE ANALYZE} are options as well. */
    record Vacuum(List<DefElem> options, List<Relation> relations, SourceRange range) implements MaintenanceStatement {
        /** Tells whether the table is rewritten under ACCESS EXCLUSIVE. */
        public boolean full() {
            return options.stream().anyMatch(option -> option.is("full") && option.isOn());
        }

        @Override
        public StatementKind kind() {
            return StatementKind.VACUUM;
        }
    }

    /** {@code ANALYZE}, which PostgreSQL keeps as a {@code VacuumStmt}. */
    record Analyze(List<DefElem> options, List<Relation> relations, SourceRange range) implements MaintenanceStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.VACUUM;
        }
    }

    /**
     * {@code CLUSTER}.
     *
     * @param table null where every clustered table is meant
     */
    record Cluster(
            List<DefElem> options,
            @Nullable ObjectName table,
            @Nullable Name index,
            SourceRange range) implements MaintenanceStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.CLUSTER;
        }
    }
}
