package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.BulkStatement.Truncate;
import dev.pgmigrate.sql.ast.DmlStatement.Delete;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;

/** Tells whether a file takes rows out of a table before it puts them in, so that each run finds it as the first one did. */
final class RowRemoval {
    private RowRemoval() {}

    /** Returns whether a {@code DELETE}, {@code TRUNCATE} or {@code DROP} of {@code table} stands in front of the statement. */
    static boolean precedes(LintContext context, ObjectName table) {
        QualifiedName wanted = context.schema().resolve(table);
        for (Step step : context.earlier()) {
            for (ObjectName emptied : by(step.statement())) {
                if (step.before().resolve(emptied).equals(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<ObjectName> by(Statement statement) {
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
}
