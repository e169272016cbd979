package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reports a partial index whose predicate leaves out no row. */
public final class UnnecessaryIndexPredicate implements Rule {
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
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.INDEX);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof IndexStatement.CreateIndex index
                && index.where() instanceof OperatorExpression.IsExpr is
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
        String text = context.sql().source().text();
        int word = text.toLowerCase(Locale.ROOT)
                .lastIndexOf("where", predicate.range().start());
        boolean next = word > 0
                && text.substring(word + "where".length(), predicate.range().start())
                        .isBlank();
        int start = word;
        while (next && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return next
                ? Optional.of(
                        Fix.delete(new SourceRange(start, predicate.range().end())))
                : Optional.empty();
    }
}
