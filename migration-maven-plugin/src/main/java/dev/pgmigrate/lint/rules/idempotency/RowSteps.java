package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.BulkStatement.Truncate;
import dev.pgmigrate.sql.ast.DmlStatement.Delete;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of a file that decide which rows a table has when the file runs again: they make it, take its rows out, or
 * put rows in that come from elsewhere. Kept by the table's name, since a file can have an {@code INSERT} for each of thousands.
 */
final class RowSteps {
    private final Map<String, List<Numbered>> byName = new HashMap<>();

    private RowSteps(FileContext file) {
        List<Step> changes = file.steps().changes();
        for (int i = 0; i < changes.size(); i++) {
            for (ObjectName table : tables(changes.get(i).statement())) {
                byName.computeIfAbsent(table.last().text(), name -> new ArrayList<>())
                        .add(new Numbered(i, changes.get(i)));
            }
        }
    }

    /** Returns whether a {@code DELETE}, {@code TRUNCATE} or {@code DROP} of {@code table} stands in front of the statement. */
    static boolean areTakenOut(ObjectName table, LintContext context) {
        QualifiedName wanted = context.schema().resolve(table);
        for (Step step : before(table, context)) {
            for (ObjectName emptied : emptied(step.statement())) {
                if (step.before().resolve(emptied).equals(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns whether the table is made again the second time, with no row in it: what is renamed away once it is filled. Behind
     * rows that come from elsewhere fixed ones may meet themselves, since the first run has put them there.
     */
    static boolean areOfATableMadeAnew(ObjectName table, LintContext context) {
        QualifiedName name = context.schema().resolve(table);
        boolean made = false;
        for (Step step : before(table, context)) {
            if (step.statement() instanceof Insert other
                    && step.before().resolve(other.relation().name()).equals(name)) {
                return false;
            }
            made |= step.statement() instanceof TableStatement create
                    && create instanceof Making
                    && step.after().resolve(create.name()).equals(name)
                    && step.again().relationPresence(name).isAbsent();
        }
        return made;
    }

    private static List<Step> before(ObjectName table, LintContext context) {
        int end = context.earlier().size();
        return context
                .file()
                .once(RowSteps.class, RowSteps::new)
                .byName
                .getOrDefault(table.last().text(), List.of())
                .stream()
                .takeWhile(numbered -> numbered.number < end)
                .map(Numbered::step)
                .toList();
    }

    private static List<ObjectName> tables(Statement statement) {
        if (statement instanceof Insert insert) {
            return InsertNotIdempotent.reads(insert.source())
                    ? List.of(insert.relation().name())
                    : List.of();
        }
        return statement instanceof TableStatement create && create instanceof Making
                ? List.of(create.name())
                : emptied(statement);
    }

    private static List<ObjectName> emptied(Statement statement) {
        if (statement instanceof Delete delete) {
            return List.of(delete.relation().name());
        }
        if (statement instanceof Truncate truncate) {
            return truncate.tables().stream().map(table -> table.name()).toList();
        }
        return statement instanceof Drop drop
                ? drop.objects().stream().map(object -> object.name()).toList()
                : List.of();
    }

    /** A statement and how many stand before it. */
    private record Numbered(int number, Step step) {}
}
