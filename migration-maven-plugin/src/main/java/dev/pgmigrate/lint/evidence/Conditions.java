package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.OperatorExpression;
import org.jspecify.annotations.Nullable;

/** Whether two conditions are different ones to the server, which compares them as it has read them. */
public final class Conditions {
    private Conditions() {}

    /** Conditions that are written in different words may be the same to the server, but for the plainest. */
    public static boolean differ(@Nullable Expression one, @Nullable Expression other) {
        return one != null
                && other != null
                && isPlain(one)
                && isPlain(other)
                && !one.toString().equals(other.toString());
    }

    private static boolean isPlain(Expression expression) {
        for (Node node : Nodes.all(expression)) {
            boolean plain = node instanceof Expression.Constant
                    || (node instanceof Expression.ColumnRef reference
                            && reference.names().size() == 1)
                    || (node instanceof OperatorExpression.OpExpr operation
                            && operation.operator().parts().size() == 1)
                    || node instanceof OperatorExpression.BoolExpr
                    || node instanceof ObjectName
                    || node instanceof Name;
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
