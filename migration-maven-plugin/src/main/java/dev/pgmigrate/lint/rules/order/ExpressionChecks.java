package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.ExpressionTypes;
import dev.pgmigrate.lint.evidence.Overloads;
import dev.pgmigrate.postgres.BuiltInCasts;
import dev.pgmigrate.postgres.BuiltInOperators;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.CaseExpr;
import dev.pgmigrate.sql.ast.Expression.CaseWhen;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SpecialCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SpecialKind;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.OperatorExpression.LikeKind;
import dev.pgmigrate.sql.ast.OperatorExpression.OpExpr;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the operators, calls and casts of an expression take what they are given (manual, chapter 10 "Type Conversion"). */
final class ExpressionChecks {
    /** An extension may bring others for types of the server. */
    private static final Set<String> JUDGED = Set.of(
            "=", "<>", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "^", "||", "~~", "~~*", "->", "->>", "#>",
            "#>>");

    private static final String LITERAL = BuiltInOperators.UNKNOWN;

    /** Types of different categories have no type in common (manual, 10.5 "UNION, CASE, and Related Constructs"). */
    private static final Map<String, Set<String>> CATEGORIES = Map.of(
            "numbers", Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "money"),
            "strings", BuiltInCasts.STRINGS,
            "moments", Set.of("date", "time", "timetz", "timestamp", "timestamptz"),
            "truth values", Set.of("bool"),
            "intervals", Set.of("interval"),
            "addresses", Set.of("inet", "cidr"),
            "others", Set.of("uuid", "json", "jsonb", "bytea", "xml"));

    private final ExpressionTypes types;
    private final Refusals refusals;

    private final @Nullable Node place;

    /** @param place what to point at; null for the node that is wrong itself */
    ExpressionChecks(ExpressionTypes types, Refusals refusals, @Nullable Node place) {
        this.types = types;
        this.refusals = refusals;
        this.place = place;
    }

    /** Checks one node; those below it are asked for by themselves. */
    void check(Node node) {
        if (node instanceof OperatorExpression operator) {
            operator(operator);
        } else if (node instanceof Expression.TypeCast cast) {
            cast(cast);
        } else if (node instanceof CaseExpr cases) {
            cases(cases);
        } else if (node instanceof Expression.CollateClause collated) {
            collated(collated);
        } else if (node instanceof FuncCall call) {
            call(call);
        } else if (node instanceof SpecialCall call) {
            if (call.kind() != SpecialKind.NULLIF && call.kind() != SpecialKind.GROUPING) {
                common(call.arguments(), call.kind().name());
            }
        } else if (node instanceof Expression.ArrayExpr array) {
            common(array.elements(), "ARRAY");
        } else {
            conditions(node);
        }
    }

    private void conditions(Node node) {
        if (node instanceof SelectStatement.Select select) {
            condition(select.where(), "WHERE");
            condition(select.having(), "HAVING");
        } else if (node instanceof FromItem.JoinExpr join) {
            condition(join.on(), "ON");
        } else if (node instanceof DmlStatement.Update update) {
            condition(update.where(), "WHERE");
        } else if (node instanceof DmlStatement.Delete delete) {
            condition(delete.where(), "WHERE");
        } else if (node instanceof Constraint.Check check) {
            condition(check.expression(), "CHECK");
        } else if (node instanceof CreateIndex index) {
            condition(index.where(), "WHERE");
        } else if (node instanceof CreateTrigger trigger) {
            condition(trigger.when(), "WHEN");
        } else if (node instanceof PolicyStatement.CreatePolicy policy) {
            condition(policy.using(), "USING");
            condition(policy.withCheck(), "WITH CHECK");
        }
    }

    /** @param where the words in front of it */
    void condition(@Nullable Expression expression, String where) {
        String type = types.of(expression);
        if (expression != null && type != null && !type.equals(ExpressionTypes.BOOLEAN) && !type.equals(LITERAL)) {
            mismatch(
                    expression,
                    "The condition of " + where + " is " + type + ", not bool",
                    "Compare it with something.");
        }
    }

    private void mismatch(Node at, String why, String advice) {
        refuse(true, at, SqlState.DATATYPE_MISMATCH, why, advice);
    }

    private void refuse(boolean holds, Node at, String sqlState, String why, String advice) {
        refusals.addIf(holds, (place == null ? at : place).range(), sqlState, why, advice);
    }

    private void operator(OperatorExpression expression) {
        if (expression instanceof OpExpr operation) {
            chain(operation);
        } else if (expression instanceof OperatorExpression.BoolExpr terms) {
            terms.terms().forEach(term -> condition(term, terms.kind().name()));
        } else if (expression instanceof OperatorExpression.IsExpr is) {
            boolean isTruth = is.test() == OperatorExpression.IsKind.TRUE
                    || is.test() == OperatorExpression.IsKind.FALSE
                    || is.test() == OperatorExpression.IsKind.UNKNOWN;
            if (isTruth) {
                condition(is.operand(), "IS " + is.test());
            }
        } else if (expression instanceof OperatorExpression.DistinctExpr distinct) {
            compare("=", distinct.left(), distinct.right(), distinct);
        } else if (expression instanceof OperatorExpression.LikeExpr like && like.kind() != LikeKind.SIMILAR) {
            compare(like.kind() == LikeKind.LIKE ? "~~" : "~~*", like.operand(), like.pattern(), like);
        } else if (expression instanceof OperatorExpression.BetweenExpr between) {
            compare(">=", between.operand(), between.low(), between);
            compare("<=", between.operand(), between.high(), between);
        } else if (expression instanceof OperatorExpression.InExpr in) {
            // What a literal among them is taken for depends on the others.
            in.values().forEach(value -> compare("=", in.operand(), value, value));
        }
    }

    private void chain(OpExpr operation) {
        String operator = operation.operator().last().text();
        List<Expression> operands = operation.operands();
        String left = types.of(operands.get(0));
        if (operation.operator().schema() != null || operands.size() == 1) {
            return;
        }
        for (Expression operand : operands.subList(1, operands.size())) {
            String right = types.of(operand);
            if (left == null || right == null) {
                return;
            }
            Set<String> results = results(operator, left, right);
            if (results == null || results.size() != 1) {
                report(results, operator, left, right, operation);
                return;
            }
            left = results.iterator().next();
        }
    }

    void compare(String operator, Expression left, Expression right, Node at) {
        String first = types.of(left);
        String second = types.of(right);
        if (first != null && second != null) {
            report(results(operator, first, second), operator, first, second, at);
        }
    }

    private @Nullable Set<String> results(String operator, String left, String right) {
        boolean ofText =
                operator.equals("%") && (BuiltInCasts.STRINGS.contains(left) || BuiltInCasts.STRINGS.contains(right));
        boolean ofArrays = operator.length() == 1 && (left.endsWith("[]") || right.endsWith("[]"));
        return !JUDGED.contains(operator) || ofText || ofArrays ? null : types.results(operator, left, right);
    }

    private void report(@Nullable Set<String> results, String operator, String left, String right, Node at) {
        refuse(
                results != null && results.isEmpty(),
                at,
                SqlState.UNDEFINED_FUNCTION,
                "There is no operator `" + operator + "` for " + left + " and " + right,
                "Cast one of them to the type of the other.");
    }

    private void cast(Expression.TypeCast cast) {
        String from = types.of(cast.operand());
        String to = cast.type().percentType() ? null : types.of(ColumnType.of(cast.type()));
        refuse(
                from != null
                        && to != null
                        && !from.equals(LITERAL)
                        && !BuiltInCasts.isPossible(from, to)
                        && hasNoCasts(),
                cast,
                SqlState.CANNOT_COERCE,
                "There is no cast from " + from + " to " + to,
                "Convert it in steps, or by a function.");
    }

    private boolean hasNoCasts() {
        return refusals.schema().others(ObjectType.CAST).isEmpty();
    }

    private void cases(CaseExpr cases) {
        for (CaseWhen when : cases.whens()) {
            if (cases.test() == null) {
                condition(when.condition(), "WHEN");
            } else {
                compare("=", cases.test(), when.condition(), when);
            }
        }
        common(
                Stream.concat(cases.whens().stream().map(CaseWhen::result), Stream.ofNullable(cases.otherwise()))
                        .toList(),
                "CASE");
    }

    private void common(List<Expression> values, String what) {
        String first = null;
        for (Expression value : values) {
            String type = types.of(value);
            String category = category(type);
            if (category != null && first == null) {
                first = type;
            } else if (category != null && !category.equals(category(first))) {
                mismatch(value, "The values of " + what + " are " + first + " and " + type, "Cast them to one type.");
                return;
            }
        }
    }

    private static @Nullable String category(@Nullable String type) {
        for (Map.Entry<String, Set<String>> category : CATEGORIES.entrySet()) {
            if (type != null && category.getValue().contains(type)) {
                return category.getKey();
            }
        }
        return null;
    }

    private void collated(Expression.CollateClause collated) {
        String type = types.of(collated.operand());
        if (type != null && ExpressionTypes.isWithoutCollation(type)) {
            mismatch(collated, "A value of type " + type + " has no collation", "Leave out COLLATE.");
        }
    }

    private void call(FuncCall call) {
        condition(call.filter(), "FILTER");
        List<@Nullable String> arguments =
                call.arguments().stream().map(types::of).toList();
        refuse(
                hasNoCasts() && Overloads.lack(call, arguments, refusals.schema()),
                call,
                SqlState.UNDEFINED_FUNCTION,
                "No `" + call.name() + "` takes arguments of these types",
                "Cast them to the types that it has.");
    }
}
