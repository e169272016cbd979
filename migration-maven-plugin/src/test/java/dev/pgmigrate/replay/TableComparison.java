package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.AlterTableAction;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a table against the catalog. Of one that was not seen being made only what is named is held against it. */
final class TableComparison {
    private static final Map<TableConstraint.Kind, Character> LETTERS = Map.of(
            TableConstraint.Kind.CHECK, 'c',
            TableConstraint.Kind.FOREIGN_KEY, 'f',
            TableConstraint.Kind.NOT_NULL, 'n',
            TableConstraint.Kind.PRIMARY_KEY, 'p',
            TableConstraint.Kind.UNIQUE, 'u',
            TableConstraint.Kind.EXCLUDE, 'x');

    private final Table table;
    private final Catalog.Relation there;
    private final Report report;

    /** Takes a difference. */
    interface Report {
        void differ(String kind, Object object, String detail);
    }

    TableComparison(Table table, Catalog.Relation there, Report report) {
        this.table = table;
        this.there = there;
        this.report = report;
    }

    void compare() {
        if (table.created()) {
            String kind = table.foreign() ? "f" : table.isPartitioned() ? "p" : "r";
            same("table kind", "", kind, there.marks().substring(0, 1));
            same("table persistence", "", table.temporary(), there.marks().charAt(1) == 't');
            same("partition of", "", names(table.partitionOf()), Set.copyOf(there.partition()));
            Set<QualifiedName> parents = new HashSet<>(there.parents());
            parents.removeAll(there.partition());
            same("inherits", "", table.parents(), parents);
        }
        if (table.rowSecurity() != Presence.UNKNOWN) {
            same(
                    "row security",
                    "",
                    table.rowSecurity().isPresent(),
                    there.marks().charAt(2) == 't');
        }
        AlterTableAction.ReplicaIdentity identity = table.replicaIdentity();
        if (identity != null) {
            String letter = identity.identity().name().substring(0, 1).toLowerCase(Locale.ROOT);
            same("replica identity", "", letter, there.marks().substring(3, 4));
        }
        columns();
        constraints();
        parts();
    }

    private static Set<QualifiedName> names(@Nullable QualifiedName name) {
        return name == null ? Set.of() : Set.of(name);
    }

    private void columns() {
        for (Table.Column column : table.columns().all()) {
            Catalog.Column real = there.column(column.name()).orElse(null);
            if (real == null) {
                differ("column gone", column.name(), "is not there");
            } else if (table.created() && (column.type() != null || table.columnsKnown())) {
                ColumnType type = column.type();
                if (type != null) {
                    TypeComparison.difference(type, real.type(), real.modifier())
                            .ifPresent(text -> differ("column type", column.name(), text));
                }
                same("column not null", column.name(), column.notNull(), real.notNull() && isValid(real));
                boolean hasDefault = column.defaultValue() != null || column.serial();
                same("column default", column.name(), hasDefault, real.hasDefault());
                if (table.partitionOf() == null) {
                    // That partitions have the identity of their parent came with PostgreSQL 17.
                    same("column identity", column.name(), column.identity() && !column.serial(), real.identity());
                }
                same("column generated", column.name(), column.generated(), real.generated());
            }
        }
        for (Catalog.Column real : there.columns().values()) {
            same(
                    "column denied",
                    real.name(),
                    false,
                    table.columnPresence(real.name()).isAbsent());
        }
        if (table.columnsKnown()) {
            List<String> ours =
                    table.columns().all().stream().map(Table.Column::name).toList();
            List<String> server =
                    there.columns().values().stream().map(Catalog.Column::name).toList();
            if (new HashSet<>(ours).equals(new HashSet<>(server))) {
                same("column order", "", ours, server);
            }
        }
    }

    /** From PostgreSQL 18 on a column is marked as soon as there is a {@code NOT NULL … NOT VALID}. */
    private boolean isValid(Catalog.Column column) {
        return there.constraints().values().stream()
                .filter(constraint -> constraint.kind() == 'n')
                .filter(constraint -> there.columnNames(constraint.columns()).contains(column.name()))
                .allMatch(Catalog.Constraint::validated);
    }

    private void constraints() {
        for (TableConstraint constraint : table.constraints().all()) {
            Catalog.Constraint real = there.constraints().get(constraint.name());
            if (real == null) {
                differ("constraint gone", constraint.name(), "is not there, " + constraint.kind());
                continue;
            }
            same("constraint kind", constraint.name(), LETTERS.get(constraint.kind()), real.kind());
            same("constraint validated", constraint.name(), constraint.validated(), real.validated());
            if (constraint.kind() != TableConstraint.Kind.EXCLUDE) {
                List<String> columns = there.columnNames(real.columns());
                if (constraint.kind() == TableConstraint.Kind.CHECK) {
                    // Of a check the names that are no columns are the table's own, for a whole row, and the system's.
                    Set<String> named = new HashSet<>(constraint.columns());
                    named.removeIf(name -> there.column(name).isEmpty());
                    columns.removeIf(String::isEmpty);
                    same("constraint columns", constraint.name(), named, new HashSet<>(columns));
                } else {
                    same("constraint columns", constraint.name(), constraint.columns(), columns);
                }
            }
            same("constraint reference", constraint.name(), constraint.referenced(), real.referenced());
        }
        there.constraints().forEach((name, real) -> {
            if (table.constraintPresence(name).isAbsent()) {
                differ("constraint denied", name, "is there, " + real.kind());
            }
        });
    }

    private void parts() {
        for (Table.Trigger trigger : table.triggers().all()) {
            Catalog.Trigger real = there.triggers().get(trigger.name());
            if (real == null) {
                differ("trigger gone", trigger.name(), "is not there");
            } else if (real.function().schemaOrNull() != null) {
                same("trigger function", trigger.name(), trigger.function(), real.function());
            }
        }
        there.triggers()
                .keySet()
                .forEach(name -> same(
                        "trigger denied",
                        name,
                        false,
                        table.triggerPresence(name).isAbsent()));
        for (Table.Policy policy : table.policies().all()) {
            String command = switch (policy.command()) {
                case SELECT -> "r";
                case INSERT -> "a";
                case UPDATE -> "w";
                case DELETE -> "d";
                case ALL -> "*";
            };
            same(
                    "policy",
                    policy.name(),
                    policy.permissive() + command,
                    there.policies().get(policy.name()));
        }
        there.policies()
                .keySet()
                .forEach(name -> same(
                        "policy denied", name, false, table.policyPresence(name).isAbsent()));
        there.rules()
                .forEach(name -> same(
                        "rule denied", name, false, table.rulePresence(name).isAbsent()));
    }

    private void same(String kind, String part, @Nullable Object said, @Nullable Object real) {
        if (!Objects.equals(said, real)) {
            differ(kind, part, said + ", server " + real);
        }
    }

    private void differ(String kind, String part, String detail) {
        report.differ(kind, part.isEmpty() ? table.name() : table.name() + "." + part, detail);
    }
}
