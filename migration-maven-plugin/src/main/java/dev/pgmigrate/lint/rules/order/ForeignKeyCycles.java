package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Constraint.ForeignKey;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables of one file that refer to each other in a circle, so that no order of their {@code CREATE}s works. */
final class ForeignKeyCycles {
    private final Map<QualifiedName, Step> tables = new LinkedHashMap<>();

    private ForeignKeyCycles() {}

    /**
     * A foreign key that stands in front of the table that it refers to, and that table refers back.
     *
     * @param create the statement that it stands in
     * @param target the statement that makes the table it refers to
     */
    record Link(Step create, ForeignKey key, Step target) {}

    /** Returns the keys that have to be added once both tables are there. */
    static List<Link> of(List<Step> steps) {
        ForeignKeyCycles cycles = new ForeignKeyCycles();
        for (Step step : steps) {
            if (step.statement() instanceof CreateTable create && runs(step)) {
                cycles.tables.putIfAbsent(
                        create.name()
                                .qualified()
                                .inSchema(step.before().searchPath().get(0)),
                        step);
            }
        }
        return cycles.tables.size() < 2 ? List.of() : cycles.links();
    }

    /** In a block as well, unless it waits for the error. */
    private static boolean runs(Step step) {
        return Place.RUN_WITH_THE_MIGRATION.contains(step.place())
                && !step.guard().conditional()
                && !step.guard().handles(SqlState.UNDEFINED_TABLE);
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        Set<QualifiedName> made = new HashSet<>();
        tables.forEach((name, step) -> {
            made.add(name);
            for (ForeignKey key : keys(step)) {
                QualifiedName target = target(key, step);
                Step later = made.contains(target) ? null : tables.get(target);
                if (later != null && !isThere(step.before(), target) && reaches(target, name)) {
                    links.add(new Link(step, key, later));
                }
            }
        });
        return links;
    }

    private static boolean isThere(Schema schema, QualifiedName table) {
        return schema.relationPresence(table).isPresent();
    }

    private boolean reaches(QualifiedName from, QualifiedName to) {
        Set<QualifiedName> seen = new HashSet<>();
        Deque<QualifiedName> open = new ArrayDeque<>();
        open.push(from);
        while (!open.isEmpty()) {
            QualifiedName table = open.pop();
            Step step = tables.get(table);
            if (table.equals(to)) {
                return true;
            }
            if (step != null && seen.add(table)) {
                for (ForeignKey key : keys(step)) {
                    open.push(target(key, step));
                }
            }
        }
        return false;
    }

    private static List<ForeignKey> keys(Step step) {
        CreateTable create = (CreateTable) step.statement();
        List<ForeignKey> keys = new ArrayList<>();
        create.columns().forEach(column -> add(column.constraints(), keys));
        add(create.constraints(), keys);
        return keys;
    }

    private static void add(List<Constraint> constraints, List<ForeignKey> keys) {
        for (Constraint constraint : constraints) {
            if (constraint instanceof ForeignKey key) {
                keys.add(key);
            }
        }
    }

    private static QualifiedName target(ForeignKey key, Step step) {
        return step.before().resolve(key.referenced());
    }
}
