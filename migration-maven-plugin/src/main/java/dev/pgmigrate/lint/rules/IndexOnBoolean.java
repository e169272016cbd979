package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports an index whose only key is a boolean. */
public final class IndexOnBoolean implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.INDEX);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof IndexStatement.CreateIndex index
                && index.elements().size() == 1
                && index.where() == null
                && isKeyOfType(index, context)) {
            reporter.report(
                    index.range(),
                    "`" + name(index) + "` has two values to look for, and finds half of the table with each",
                    "Make it partial: WHERE the value that is rare.");
        }
    }

    private static boolean isKeyOfType(IndexStatement.CreateIndex index, LintContext context) {
        Name column = index.elements().get(0).column();
        Table table = context.schema().table(index.table()).orElse(null);
        return column != null
                && table != null
                && table.column(column.text())
                        .map(Table.Column::type)
                        .filter(type -> type.is("bool"))
                        .isPresent();
    }

    private static String name(IndexStatement.CreateIndex index) {
        return index.name() == null
                ? "index on " + index.table().qualified()
                : index.name().text();
    }
}
