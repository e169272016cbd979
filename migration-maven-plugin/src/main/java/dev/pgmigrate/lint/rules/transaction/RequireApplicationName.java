package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports a change of the schema that nobody can recognise while it runs. */
final class RequireApplicationName extends FileRule {
    RequireApplicationName() {
        super(Facts.off(Category.TRANSACTION).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        for (Step step : context.topLevel()) {
            if (step.statement() instanceof TableStatement table) {
                if (step.settings().attempt("application_name").isEmpty()) {
                    String name = context.migration().version().toString();
                    String sql = "SET " + (step.transaction().isOpen() ? "LOCAL " : "")
                            + "application_name = 'migration " + name + "'";
                    reporter.report(
                                    table.range(),
                                    "Who sees `" + table.name()
                                            + "` locked finds no name of this migration in pg_stat_activity",
                                    "Write " + sql + ".")
                            .fix(Fix.insert(table.range().start(), sql + ";\n"));
                }
                return;
            }
        }
    }
}
