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

/** Reports a B-tree over an array. */
public final class BtreeOnArray implements Rule {
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
                && (index.method() == null || index.method().text().equals("btree"))
                && !index.unique()
                && index.elements().size() == 1
                && isKeyOfType(index, context)) {
            reporter.report(
                    index.range(),
                    "`" + name(index) + "` finds whole arrays that are equal, and none by what is in them",
                    "Write USING gin.");
        }
    }

    private static boolean isKeyOfType(IndexStatement.CreateIndex index, LintContext context) {
        Name column = index.elements().get(0).column();
        Table table = context.schema().table(index.table()).orElse(null);
        return column != null
                && table != null
                && table.column(column.text())
                        .map(Table.Column::type)
                        .filter(type -> type.array())
                        .isPresent();
    }

    private static String name(IndexStatement.CreateIndex index) {
        return index.name() == null
                ? "index on " + index.table().qualified()
                : index.name().text();
    }
}
