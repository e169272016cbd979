package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.ConstantKind;
import dev.pgmigrate.sql.ast.OperatorExpression.BoolExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.BoolKind;
import dev.pgmigrate.sql.ast.OperatorExpression.OpExpr;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines whether a condition is always true, however it is written: {@code true}, {@code 1 = 1}. */
public final class Truth {
    /** The spellings of true, PostgreSQL manual, 8.6 "Boolean Type". */
    private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "on", "1");

    private Truth() {}

    /** Returns whether there is no {@code WHERE}, or one that is always true. */
    public static boolean isOrMissing(@Nullable Expression condition) {
        return condition == null || is(condition);
    }

    public static boolean is(Expression condition) {
        if (condition instanceof BoolExpr bool && bool.kind() == BoolKind.OR) {
            return bool.terms().stream().anyMatch(Truth::is);
        }
        if (condition instanceof BoolExpr bool && bool.kind() == BoolKind.AND) {
            return bool.terms().stream().allMatch(Truth::is);
        }
        if (condition instanceof OpExpr comparison) {
            return comparison.operator().last().text().equals("=")
                    && comparison.operands().size() == 2
                    && comparison.operands().get(0) instanceof Constant left
                    && comparison.operands().get(1) instanceof Constant right
                    && left.kind() == right.kind()
                    && left.kind() != ConstantKind.NULL
                    && left.text().equals(right.text());
        }
        if (condition instanceof Expression.TypeCast cast) {
            return cast.operand() instanceof Constant constant
                    && constant.kind() == ConstantKind.STRING
                    && TRUE.contains(constant.text().strip().toLowerCase(Locale.ROOT));
        }
        return condition instanceof Constant constant && constant.kind() == ConstantKind.TRUE;
    }
}
