package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.TableStatement;

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
        for (TableStatement.CreateTable table : Comments.tables(context)) {
            if (!Comments.isOn(table, context)) {
                String name = context.sql().source().text(table.name().range());
                reporter.report(
                                table.name().range(),
                                "Nothing says what `" + table.name() + "` is for",
                                "Write COMMENT ON TABLE in the same file.")
                        .fix(Comments.stub("table " + name, table, context));
            }
        }
    }
}
