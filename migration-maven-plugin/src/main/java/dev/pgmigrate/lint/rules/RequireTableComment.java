package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;

/** Reports a new table without a comment. */
public final class RequireTableComment implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public void checkFile(FileContext context, Reporter reporter) {
        for (Step step : context.steps()) {
            if (step.place() == Place.FILE
                    && step.statement() instanceof TableStatement.CreateTable table
                    && table.persistence() != Persistence.TEMPORARY
                    && table.partitionOf() == null
                    && !isCommented(table, context)) {
                String sql = "comment on table "
                        + context.sql().source().text(table.name().range()) + " is 'TODO';";
                reporter.report(
                                table.name().range(),
                                "Nothing says what `" + table.name() + "` is for",
                                "Write COMMENT ON TABLE in the same file.")
                        .fix(new Fix(List.of(StatementEdits.append(table, context.sql(), sql))));
            }
        }
    }

    private static boolean isCommented(TableStatement.CreateTable table, FileContext context) {
        QualifiedName name = context.after().resolve(table.name());
        for (Step step : context.steps()) {
            if (step.statement() instanceof ObjectStatement.Comment comment
                    && comment.object().type() == ObjectType.TABLE
                    && step.before().resolve(comment.object().name()).equals(name)) {
                return true;
            }
        }
        return false;
    }
}
