package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.IndexStatement;
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
                && SoleKey.type(index, context).filter(ColumnType::array).isPresent()) {
            reporter.report(
                    index.range(),
                    "`" + Words.of(index) + "` finds whole arrays that are equal, and none by what is in them",
                    "Write USING gin.");
        }
    }
}
