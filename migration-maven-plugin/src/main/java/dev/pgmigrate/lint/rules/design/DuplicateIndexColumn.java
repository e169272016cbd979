package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports an index or key that names a column twice. */
final class DuplicateIndexColumn extends StatementRule<Statement> {
    DuplicateIndexColumn() {
        super(Facts.error(Category.DESIGN).fixable().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof IndexStatement.CreateIndex index) {
            String name = index.name() == null
                    ? "The index on " + LiveTable.quoted(index.table())
                    : "`" + index.name().text() + "`";
            report(index.elements(), name, "which only makes it larger", context, reporter);
        }
        for (Constraint.Key key : LiveTable.keys(statement)) {
            report(
                    key.columns(),
                    LiveTable.constraint(key, "This key"),
                    "which the server refuses (SQLSTATE " + SqlState.DUPLICATE_COLUMN + ")",
                    context,
                    reporter);
        }
    }

    private static void report(
            List<? extends Node> keys, String name, String effect, LintContext context, Reporter reporter) {
        Set<String> seen = new HashSet<>();
        Node previous = null;
        for (Node key : keys) {
            String text = text(key, context);
            if (!seen.add(text) && previous != null) {
                SourceRange withComma =
                        new SourceRange(previous.range().end(), key.range().end());
                reporter.report(
                                key.range(),
                                name + " names `" + text + "` twice, " + effect,
                                "Leave the second one out.")
                        .fix(Fix.delete(withComma));
            }
            previous = key;
        }
    }

    /** A name means the same with quotes and without; with another operator class it is another key. */
    private static String text(Node key, LintContext context) {
        if (key instanceof Name name) {
            return name.text();
        }
        String text = context.text(key).strip();
        Name column = key instanceof IndexElement element ? element.column() : null;
        return column == null
                ? text
                : column.text() + text.substring(context.text(column).length());
    }
}
