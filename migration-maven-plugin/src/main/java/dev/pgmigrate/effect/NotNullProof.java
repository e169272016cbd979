package dev.pgmigrate.effect;

import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.OperatorExpression.BoolExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.IsExpr;
import java.util.function.Predicate;

/** Determines whether the server can skip the scan for NULL in a column. */
public final class NotNullProof {
    private NotNullProof() {}

    /** Returns whether the column is already NOT NULL, or a validated constraint implies it. */
    public static boolean of(Table table, String column) {
        return of(table, column, constraint -> true);
    }

    /** Returns the same where only the constraints that {@code there} accepts are there. */
    static boolean of(Table table, String column, Predicate<TableConstraint> there) {
        return table.column(column).filter(Table.Column::notNull).isPresent()
                || table.constraints().all().stream().filter(there).anyMatch(constraint -> proves(constraint, column));
    }

    /** Returns whether a constraint that holds for all rows implies {@code column IS NOT NULL}. */
    public static boolean proves(TableConstraint constraint, String column) {
        if (!constraint.validated()) {
            return false;
        }
        if (constraint.kind() == Kind.NOT_NULL || constraint.kind() == Kind.PRIMARY_KEY) {
            return constraint.columns().contains(column);
        }
        return constraint.kind() == Kind.CHECK
                && constraint.expression() != null
                && implies(constraint.expression(), column);
    }

    /** Conjunctions count; {@code c > 0} does not, since it is not false for NULL (PostgreSQL manual, ALTER TABLE). */
    private static boolean implies(Expression condition, String column) {
        if (condition instanceof BoolExpr all && all.kind() == OperatorExpression.BoolKind.AND) {
            return all.terms().stream().anyMatch(term -> implies(term, column));
        }
        return condition instanceof IsExpr is
                && is.negated()
                && is.test() == OperatorExpression.IsKind.NULL
                && is.operand() instanceof Expression.ColumnRef reference
                && reference.names(column);
    }
}
