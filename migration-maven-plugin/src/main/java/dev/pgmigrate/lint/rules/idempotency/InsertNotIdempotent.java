package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.effect.Volatility;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.Expression.SubLink;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.OperatorExpression.IsExpr;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SelectStatement.Select;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports an {@code INSERT} of fixed rows that a second run inserts again. */
final class InsertNotIdempotent extends StatementRule<Insert> {
    InsertNotIdempotent() {
        super(Facts.warning(Category.IDEMPOTENCY).fixable().since("0.1"), Insert.class);
    }

    @Override
    protected void check(Insert insert, LintContext context, Reporter reporter) {
        if (insert.onConflict() != null
                || insert.with() != null
                || context.isGuardedAgainst(SqlState.UNIQUE_VIOLATION)
                || !isThereAgain(insert, context)) {
            return;
        }
        boolean fixedRows = insert.source() instanceof SelectStatement.Values || !reads(insert.source());
        ObjectName table = insert.relation().name();
        boolean temporary =
                context.schema().table(table).filter(Table::temporary).isPresent();
        if (temporary || checksFirst(insert.source(), fixedRows)) {
            return;
        }
        reporter.report(
                        insert.range(),
                        "The rows are inserted into `" + table
                                + "` again when the file runs again: twice there, or refused with "
                                + SqlState.UNIQUE_VIOLATION,
                        "Write ON CONFLICT DO NOTHING, with a key that tells the rows apart.")
                .assumedIf(!fixedRows)
                .fix(
                        hasKey(insert, context) && insert.returning().isEmpty()
                                ? Optional.of(Fix.insert(insert.range().end(), " ON CONFLICT DO NOTHING"))
                                : Optional.empty());
    }

    /** A table that the file drops first, or that is gone afterwards, is filled only once. */
    private static boolean isThereAgain(Insert insert, LintContext context) {
        ObjectName table = insert.relation().name();
        return !context.secondRun().relationPresence(table.qualified()).isAbsent()
                && !RowSteps.areOfATableMadeAnew(table, context)
                && !RowSteps.areTakenOut(table, context);
    }

    /** Rows of VALUES and of the server's own functions, such as generate_series, are the same every time. */
    static boolean reads(@Nullable SelectStatement source) {
        return source instanceof Select select
                ? select.from().stream().flatMap(Nodes::preOrder).anyMatch(InsertNotIdempotent::isOutside)
                : source != null;
    }

    private static boolean isOutside(Node node) {
        return node instanceof RangeVar
                || (node instanceof FuncCall call
                        && !Volatility.isBuiltIn(call.name().qualified()));
    }

    /** Any condition on what is there already will do: NOT EXISTS, NOT IN, the IS NULL of a left join. */
    private static boolean checksFirst(@Nullable SelectStatement source, boolean fixedRows) {
        if (fixedRows) {
            return source instanceof Select select
                    && select.where() != null
                    && Nodes.of(SubLink.class, select.where()).findAny().isPresent();
        }
        return source != null
                && Nodes.all(source).stream().anyMatch(node -> node instanceof SubLink || node instanceof IsExpr);
    }

    private static boolean hasKey(Insert insert, LintContext context) {
        return context.schema().table(insert.relation().name()).stream()
                .flatMap(table -> table.constraints().all().stream())
                .anyMatch(TableConstraint::hasIndex);
    }
}
