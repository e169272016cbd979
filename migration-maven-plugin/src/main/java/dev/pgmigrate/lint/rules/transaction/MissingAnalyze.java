package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.MaintenanceStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports a bulk change after which the planner does not know the table. */
final class MissingAnalyze extends FileRule {
    MissingAnalyze() {
        super(Facts.off(Category.TRANSACTION).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        Map<QualifiedName, Step> changed = new LinkedHashMap<>();
        for (Step step : context.steps()) {
            ObjectName name = changedBy(step.statement());
            if (step.place() == Place.FILE && name != null) {
                boolean temporary =
                        step.before().table(name).filter(Table::temporary).isPresent();
                if (!temporary) {
                    changed.put(step.before().resolve(name), step);
                }
            } else if (step.statement() instanceof MaintenanceStatement.Analyze analyze) {
                analyze.relations()
                        .forEach(relation -> changed.remove(step.before().resolve(relation.name())));
                if (analyze.relations().isEmpty()) {
                    changed.clear();
                }
            }
        }
        changed.forEach((name, step) -> reporter.report(
                        step.statement().range(),
                        "After this the planner goes by what `" + name + "` held before",
                        "Write ANALYZE " + name.sql() + " behind it.")
                .fix(new Fix(List.of(
                        StatementEdits.append(step.statement(), context.sql(), "ANALYZE " + name.sql() + ";")))));
    }

    /** Rows that are written out one by one are few. */
    private static @Nullable ObjectName changedBy(Statement statement) {
        if (statement instanceof DmlStatement.Insert insert) {
            return insert.source() instanceof SelectStatement.Select
                    ? insert.relation().name()
                    : null;
        }
        if (statement instanceof DmlStatement dml) {
            return dml.relation().name();
        }
        if (statement instanceof IndexStatement.CreateIndex index) {
            boolean expression = index.elements().stream().anyMatch(element -> element.expression() != null);
            return expression ? index.table() : null;
        }
        return statement instanceof BulkStatement.Copy copy && copy.isFrom() ? copy.table() : null;
    }
}
