package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.ConstantKind;
import dev.pgmigrate.sql.ast.Expression.TypeCast;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.OperatorExpression.OpExpr;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constants in expressions. */
public final class Constants {
    private static final Pattern REGCLASS = Pattern.compile("(?:(?<schema>[a-z_]\\w*)\\.)?(?<name>[a-z_]\\w*)");

    private Constants() {}

    /** Returns the string that an expression is, a cast of one included. */
    public static Optional<String> string(Expression expression) {
        if (expression instanceof TypeCast cast) {
            return string(cast.operand());
        }
        return expression instanceof Constant constant && constant.kind() == ConstantKind.STRING
                ? Optional.of(constant.text())
                : Optional.empty();
    }

    /** Returns the whole number that an expression is, with its sign, if it is one that fits. */
    public static Optional<Integer> integer(Expression expression) {
        if (expression instanceof OpExpr sign
                && sign.operands().size() == 1
                && sign.operator().last().text().equals("-")) {
            return integer(sign.operands().get(0)).map(number -> -number);
        }
        if (!(expression instanceof Constant constant) || constant.kind() != ConstantKind.INTEGER) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(constant.text().replace("_", "")));
        } catch (NumberFormatException e) {
            // Too large, or in another base: no modifier of a type is either.
            return Optional.empty();
        }
    }

    /** Returns the sequence whose next value a call asks for, if it is a constant without quotes inside. */
    public static Optional<QualifiedName> sequence(FuncCall call) {
        if (!call.name().last().text().equals("nextval") || call.arguments().size() != 1) {
            return Optional.empty();
        }
        Expression argument = call.arguments().get(0);
        if (argument instanceof TypeCast cast
                && !cast.type().name().last().text().equals("regclass")) {
            return Optional.empty();
        }
        return string(argument)
                .map(REGCLASS::matcher)
                .filter(Matcher::matches)
                .map(name -> new QualifiedName(name.group("schema"), name.group("name")));
    }

    public static boolean isTrue(Expression expression) {
        return expression instanceof Constant constant && constant.kind() == ConstantKind.TRUE;
    }

    /** Returns whether an expression is NULL, a cast of it included. */
    public static boolean isNull(Expression expression) {
        if (expression instanceof TypeCast cast) {
            return isNull(cast.operand());
        }
        return expression instanceof Constant constant && constant.kind() == ConstantKind.NULL;
    }
}
