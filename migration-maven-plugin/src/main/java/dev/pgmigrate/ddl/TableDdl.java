package dev.pgmigrate.ddl;

import dev.pgmigrate.ddl.Change.Step;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** New tables with their columns and constraints. */
final class TableDdl {
    private static final String INHERITED = "inherited from parents";
    private static final String AND_LOCAL = "and local";

    private final Contents contents;
    private final ColumnDdl columns;

    TableDdl(Contents contents) {
        this.contents = contents;
        this.columns = new ColumnDdl(contents);
    }

    /**
     * Returns the statements for a table.
     *
     * @param isThere tells which tables are there by then, so that a foreign key can point to them
     */
    List<Change> create(SnapshotObject table, Predicate<String> isThere) {
        SnapshotKey key = table.key();
        List<SnapshotObject> constraints = contents.parts(table, ObjectKind.CONSTRAINT).stream()
                .sorted(Comparator.comparing(TableDdl::rank))
                .toList();
        List<SnapshotObject> inside =
                constraints.stream().filter(each -> isInside(each, isThere)).toList();
        List<Change> changes = new ArrayList<>();
        changes.add(Change.create(key, table(table, inside)));
        if (isAttached(table)) {
            changes.add(Change.create(
                    key,
                    "ALTER TABLE ONLY " + table.property("parents").orElseThrow() + " ATTACH PARTITION "
                            + SqlNames.of(key) + " "
                            + table.property("partition bound").orElseThrow()));
        }
        constraints.stream()
                .filter(each -> !inside.contains(each) && isOwn(each) && !isNotNull(each))
                .forEach(each -> changes.addAll(constraint(each, Step.CREATE)));
        return changes;
    }

    private String table(SnapshotObject table, List<SnapshotObject> constraints) {
        String unlogged = table.property("persistence").isPresent() ? "UNLOGGED " : "";
        String kind = table.key().kind() == ObjectKind.FOREIGN_TABLE ? "FOREIGN " : unlogged;
        StringBuilder sql =
                new StringBuilder("CREATE " + kind + "TABLE IF NOT EXISTS ").append(SqlNames.of(table.key()));
        boolean partition = table.property("partition bound").isPresent() && !isAttached(table);
        String type = table.property("of type").orElse(null);
        if (partition) {
            sql.append(" PARTITION OF ").append(table.property("parents").orElseThrow());
        } else if (type != null) {
            sql.append(" OF ").append(type);
        }
        List<String> lines = new ArrayList<>();
        for (SnapshotObject column : contents.parts(table, ObjectKind.COLUMN)) {
            if (partition || type != null) {
                String tail = columns.tail(column);
                if (!tail.isEmpty()
                        && !tail.equals(" NOT NULL")
                        && column.property("identity").isEmpty()) {
                    lines.add(SqlNames.own(column.key()) + " WITH OPTIONS" + tail);
                }
            } else if (isOwn(column)) {
                lines.add(columns.definition(column));
            }
        }
        constraints.forEach(each -> lines.add("CONSTRAINT " + SqlNames.own(each.key()) + " " + definition(each)));
        boolean parentheses = !lines.isEmpty() || (!partition && type == null);
        if (parentheses) {
            sql.append(
                    lines.isEmpty() ? " ()" : lines.stream().collect(Collectors.joining(",\n    ", " (\n    ", "\n)")));
        }
        if (partition) {
            sql.append(' ').append(table.property("partition bound").orElseThrow());
        } else if (!isAttached(table)) {
            table.property("parents")
                    .ifPresent(
                            parents -> sql.append(" INHERITS (").append(parents).append(')'));
        }
        appendOptions(sql, table);
        return sql.toString();
    }

    private static void appendOptions(StringBuilder sql, SnapshotObject table) {
        table.property("partition key")
                .ifPresent(key -> sql.append(" PARTITION BY ").append(key));
        table.property("server").ifPresent(server -> sql.append(" SERVER ").append(Identifier.quoteIdent(server)));
        if (table.key().kind() == ObjectKind.FOREIGN_TABLE) {
            table.property("options")
                    .ifPresent(options -> sql.append(" OPTIONS (")
                            .append(new OptionList(options).foreign())
                            .append(')'));
        }
        table.property("access method")
                .ifPresent(method -> sql.append(" USING ").append(method));
        String parameters = parameters(table);
        if (!parameters.isEmpty()) {
            sql.append(" WITH (").append(parameters).append(')');
        }
        table.property("tablespace")
                .ifPresent(space -> sql.append(" TABLESPACE ").append(Identifier.quoteIdent(space)));
    }

    /** Returns the storage parameters of a relation, with those of its TOAST table. */
    static String parameters(SnapshotObject relation) {
        List<String> all = new ArrayList<>();
        boolean view =
                relation.key().kind() == ObjectKind.VIEW || relation.key().kind() == ObjectKind.MATERIALIZED_VIEW;
        relation.property(view ? "options" : "storage parameters")
                .ifPresent(text -> all.add(new OptionList(text).parameters("")));
        relation.property("toast storage parameters")
                .ifPresent(text -> all.add(new OptionList(text).parameters("toast.")));
        return String.join(", ", all);
    }

    /** Returns the statements that add a constraint; where the table has rows, they are looked at in a later step. */
    List<Change> constraint(SnapshotObject constraint, Step step) {
        SnapshotKey key = constraint.key();
        String table = SqlNames.owner(key);
        String definition = definition(constraint);
        boolean enforced = !definition.contains("NOT ENFORCED");
        boolean checked = definition.startsWith("CHECK") || definition.startsWith("FOREIGN KEY");
        boolean valid = constraint.property("validated").isEmpty();
        boolean later = step != Step.CREATE && checked && valid && enforced && !isPartitioned(key);
        String add = "ALTER TABLE " + table + " ADD CONSTRAINT " + SqlNames.own(key) + " " + definition
                + (enforced && checked && (later || !valid) ? " NOT VALID" : "");
        List<Change> changes = new ArrayList<>();
        changes.add(Change.create(key, DdlGuard.constraint(key, add)));
        if (later) {
            changes.add(Change.of(
                    key, Step.VALIDATE, "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + SqlNames.own(key)));
        }
        return changes;
    }

    private boolean isPartitioned(SnapshotKey part) {
        return contents.owner(part)
                .flatMap(table -> table.property("partition key"))
                .isPresent();
    }

    static String definition(SnapshotObject constraint) {
        return constraint.property("definition").orElse("");
    }

    /** Keys first, and what refers to other tables last. */
    private static int rank(SnapshotObject constraint) {
        String definition = definition(constraint);
        if (definition.startsWith("PRIMARY KEY")) {
            return 0;
        }
        return definition.startsWith("FOREIGN KEY") ? 2 : 1;
    }

    /** Returns whether the object is its table's own, and not only there because a parent has it. */
    static boolean isOwn(SnapshotObject part) {
        return part.property(INHERITED).map(text -> text.endsWith(AND_LOCAL)).orElse(true)
                && part.property("part of").isEmpty();
    }

    /** The column says so as well, in every version. */
    static boolean isNotNull(SnapshotObject constraint) {
        return definition(constraint).startsWith("NOT NULL");
    }

    private static boolean isInside(SnapshotObject constraint, Predicate<String> isThere) {
        if (!isOwn(constraint) || constraint.property("validated").isPresent() || isNotNull(constraint)) {
            return false;
        }
        String definition = definition(constraint);
        return !definition.startsWith("FOREIGN KEY") || isThere.test(definition);
    }

    /** A partition that was a table before has the columns for itself, in an order of its own. */
    private boolean isAttached(SnapshotObject table) {
        return table.property("partition bound").isPresent()
                && contents.parts(table, ObjectKind.COLUMN).stream().allMatch(TableDdl::isOwn);
    }
}
