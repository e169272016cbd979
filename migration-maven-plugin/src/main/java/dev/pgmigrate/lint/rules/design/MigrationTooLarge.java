package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.List;

/** Reports a file that does so much that nobody reviews it as one change. */
final class MigrationTooLarge extends FileRule {
    private static final RuleOption STATEMENTS = RuleOption.number("statements", 30);

    MigrationTooLarge() {
        super(Facts.warning(Category.DESIGN).options(STATEMENTS).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        List<Migration> all = context.folder().migrations().all();
        if (all.get(0) == context.migration()) {
            return;
        }
        int most = context.folder().settings().ruleOptions().number(this, STATEMENTS);
        int count = 0;
        SourceRange beyond = null;
        for (Statement statement : context.sql().script().statements()) {
            if (counts(statement) && ++count == most + 1) {
                beyond = statement.range();
            }
        }
        if (beyond != null) {
            reporter.report(
                    beyond,
                    "`" + context.migration().file().getFileName() + "` has " + count + " statements, more than " + most
                            + ", which succeed or fail together and hold their locks to the end",
                    "Split it by topic into migrations that are reviewed, applied and rolled back one by one.");
        }
    }

    /** What only prepares or explains another statement is not work of its own. */
    private static boolean counts(Statement statement) {
        return !(statement instanceof SettingStatement
                || statement instanceof TransactionStatement
                || statement instanceof ObjectStatement.Comment
                || (statement instanceof DropStatement drop && drop.ifExists()));
    }
}
