package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports a change of the schema that nobody can recognise while it runs. */
public final class RequireApplicationName implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.TRANSACTION;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public void checkFile(FileContext context, Reporter reporter) {
        for (Step step : context.topLevel()) {
            if (step.statement() instanceof TableStatement table) {
                if (step.settings().attempt("application_name").isEmpty()) {
                    String name = context.migration().version().toString();
                    String sql = "set " + (step.transaction().isOpen() ? "local " : "")
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
