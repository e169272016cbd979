package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.OperatorExpression;
import java.util.Locale;
import java.util.Optional;

/** Reports a partial index whose predicate leaves out no row. */
final class UnnecessaryIndexPredicate extends StatementRule<IndexStatement.CreateIndex> {
    UnnecessaryIndexPredicate() {
        super(Facts.off(Category.DESIGN).fixable().since("0.1"), IndexStatement.CreateIndex.class);
    }

    @Override
    protected void check(IndexStatement.CreateIndex index, LintContext context, Reporter reporter) {
        if (index.where() instanceof OperatorExpression.IsExpr is
                && is.test() == OperatorExpression.IsKind.NULL
                && is.negated()
                && is.operand() instanceof Expression.ColumnRef reference
                && reference.column() != null) {
            String column = reference.column().text();
            boolean never = context.schema()
                    .table(index.table())
                    .flatMap(table -> table.column(column))
                    .filter(Table.Column::notNull)
                    .isPresent();
            if (never) {
                reporter.report(
                                is.range(),
                                "`" + column
                                        + "` is NOT NULL, so the predicate leaves out no row and only keeps queries"
                                        + " from the index",
                                "Leave the predicate out.")
                        .fix(withoutPredicate(is, context));
            }
        }
    }

    private static Optional<Fix> withoutPredicate(Expression predicate, LintContext context) {
        int first = context.statement().range().start();
        String text = context.sql().source().substring(first, predicate.range().start());
        int word = text.toLowerCase(Locale.ROOT).lastIndexOf("where");
        boolean next = word > 0 && text.substring(word + "where".length()).isBlank();
        int start = word;
        while (next && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return next
                ? Optional.of(Fix.delete(
                        new SourceRange(first + start, predicate.range().end())))
                : Optional.empty();
    }
}
