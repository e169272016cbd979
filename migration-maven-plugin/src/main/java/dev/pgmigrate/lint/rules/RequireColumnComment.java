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
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports a column of a new table without a comment. */
public final class RequireColumnComment implements Rule {
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
                    && table.partitionOf() == null) {
                check(table, context, reporter);
            }
        }
    }

    private static void check(TableStatement.CreateTable table, FileContext context, Reporter reporter) {
        Set<String> commented = commented(context.after().resolve(table.name()), context);
        String name = context.sql().source().text(table.name().range());
        for (ColumnDef column : table.columns()) {
            if (!commented.contains(column.name().text())) {
                String sql = "comment on column " + name + "."
                        + context.sql().source().text(column.name().range()) + " is 'TODO';";
                reporter.report(
                                column.name().range(),
                                "Nothing says what `" + table.name() + "." + column.name() + "` holds",
                                "Write COMMENT ON COLUMN in the same file.")
                        .fix(new Fix(List.of(StatementEdits.append(table, context.sql(), sql))));
            }
        }
    }

    private static Set<String> commented(QualifiedName table, FileContext context) {
        Set<String> columns = new HashSet<>();
        for (Step step : context.steps()) {
            if (step.statement() instanceof ObjectStatement.Comment comment
                    && comment.object().type() == ObjectType.COLUMN
                    && comment.object().parent() != null
                    && step.before().resolve(comment.object().parent()).equals(table)) {
                columns.add(comment.object().name().last().text());
            }
        }
        return columns;
    }
}
