package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.postgres.BuiltInCasts;
import dev.pgmigrate.postgres.BuiltInOperators;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SpecialCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SpecialKind;
import dev.pgmigrate.sql.ast.FunctionExpression.SqlValueFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.OperatorExpression.OpExpr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The types of expressions, as far as literals, casts, columns and the server's operators tell them (manual, chapter 10 "Type
 * Conversion"): a word of {@code pg_type} such as {@code int4}, with {@code []} for an array, {@link BuiltInOperators#UNKNOWN}
 * for a literal in quotes, the full name of an enum, or null where nobody can tell.
 */
public final class ExpressionTypes {
    /** The type of conditions. */
    public static final String BOOLEAN = "bool";

    private static final int DEEPEST_DOMAIN = 16;
    private static final int MOST_DIGITS_OF_INT4 = 9;
    private static final int MOST_DIGITS_OF_INT8 = 18;
    private static final String NUMERIC = "numeric";

    /** What of the server's functions gives one type, whatever it is called with. */
    private static final Map<String, String> RESULTS = Map.ofEntries(
            Map.entry("clock_timestamp", "timestamptz"),
            Map.entry("concat", "text"),
            Map.entry("count", "int8"),
            Map.entry("format", "text"),
            Map.entry("gen_random_uuid", "uuid"),
            Map.entry("left", "text"),
            Map.entry("length", "int4"),
            Map.entry("char_length", "int4"),
            Map.entry("md5", "text"),
            Map.entry("nextval", "int8"),
            Map.entry("now", "timestamptz"),
            Map.entry("random", "float8"),
            Map.entry("replace", "text"),
            Map.entry("right", "text"),
            Map.entry("row_number", "int8"),
            Map.entry("statement_timestamp", "timestamptz"),
            Map.entry("to_date", "date"),
            Map.entry("to_json", "json"),
            Map.entry("to_jsonb", "jsonb"));

    private static final Map<String, String> VALUES = Map.of(
            "current_date", "date",
            "current_timestamp", "timestamptz",
            "localtimestamp", "timestamp",
            "localtime", "time",
            "current_time", "timetz");

    private final Schema schema;
    private final Function<ColumnRef, @Nullable ColumnType> columns;
    private final IdentityHashMap<Expression, @Nullable String> known = new IdentityHashMap<>();

    /**
     * Computes types in a schema.
     *
     * @param columns the type of a column that an expression names, or null
     */
    public ExpressionTypes(Schema schema, Function<ColumnRef, @Nullable ColumnType> columns) {
        this.schema = schema;
        this.columns = columns;
    }

    /** Returns what a type is called here: a domain is what it is over. */
    public @Nullable String of(@Nullable ColumnType type) {
        ColumnType base = type;
        for (int i = 0; base != null && i < DEEPEST_DOMAIN; i++) {
            if (base.name().schemaOrNull() == null && BuiltInCasts.know(base.plain())) {
                return base.plain();
            }
            SchemaObject.Type own = schema.type(base.name()).orElse(null);
            if (own == null || base.array()) {
                return null;
            }
            if (own.kind() == TypeKind.ENUM) {
                return own.name().toString();
            }
            base = own.base().orElse(null);
        }
        return null;
    }

    /** Returns the type of an expression, null where there is none or nobody can tell. */
    public @Nullable String of(@Nullable Expression expression) {
        if (expression == null) {
            return null;
        }
        if (!known.containsKey(expression)) {
            known.put(expression, compute(expression));
        }
        return known.get(expression);
    }

    private @Nullable String compute(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return literal(constant);
        } else if (expression instanceof Expression.TypeCast cast) {
            return cast.type().percentType() ? null : of(ColumnType.of(cast.type()));
        } else if (expression instanceof ColumnRef column) {
            return column.star() ? null : of(columns.apply(column));
        } else if (expression instanceof Expression.CollateClause collated) {
            return of(collated.operand());
        } else if (expression instanceof OperatorExpression operator) {
            return operator(operator);
        } else if (expression instanceof Expression.CaseExpr cases) {
            return common(Stream.concat(
                            cases.whens().stream().map(Expression.CaseWhen::result),
                            Stream.ofNullable(cases.otherwise()))
                    .toList());
        } else if (expression instanceof Expression.SubLink query) {
            return isTest(query) ? BOOLEAN : null;
        } else if (expression instanceof SqlValueFunction value) {
            return VALUES.get(value.keyword());
        } else if (expression instanceof SpecialCall call) {
            boolean isOfArguments = call.kind() == SpecialKind.COALESCE
                    || call.kind() == SpecialKind.GREATEST
                    || call.kind() == SpecialKind.LEAST;
            return isOfArguments ? common(call.arguments()) : null;
        }
        return expression instanceof FuncCall call ? call(call) : null;
    }

    private static boolean isTest(Expression.SubLink query) {
        return query.kind() == Expression.SubLinkKind.EXISTS
                || query.kind() == Expression.SubLinkKind.ANY
                || query.kind() == Expression.SubLinkKind.ALL;
    }

    /** Returns whether values of a type of the server are compared without a collation (manual, 23.2.1 "Concepts"). */
    public static boolean isWithoutCollation(String type) {
        return BuiltInCasts.know(type) && !BuiltInCasts.STRINGS.contains(type) && !type.endsWith("[]");
    }

    private static @Nullable String literal(Expression.Constant constant) {
        return switch (constant.kind()) {
            case STRING, NULL -> BuiltInOperators.UNKNOWN;
            case TRUE, FALSE -> BOOLEAN;
            case FLOAT -> NUMERIC;
            case INTEGER -> integer(constant.text());
            default -> null;
        };
    }

    private static @Nullable String integer(String text) {
        if (!text.chars().allMatch(Character::isDigit) || text.length() > MOST_DIGITS_OF_INT8) {
            return null;
        }
        return text.length() <= MOST_DIGITS_OF_INT4 ? "int4" : null;
    }

    private @Nullable String operator(OperatorExpression expression) {
        if (!(expression instanceof OpExpr operation)) {
            boolean isZone = expression instanceof OperatorExpression.AtTimeZone;
            return isZone ? null : BOOLEAN;
        }
        String name = operation.operator().last().text();
        List<Expression> operands = operation.operands();
        String result = of(operands.get(0));
        if (operands.size() == 1) {
            return result == null ? null : single(results(name, null, result));
        }
        for (Expression operand : operands.subList(1, operands.size())) {
            String right = of(operand);
            result = result == null || right == null ? null : single(results(name, result, right));
        }
        return result;
    }

    private static @Nullable String single(@Nullable Set<String> results) {
        String only = results == null || results.size() != 1
                ? null
                : results.iterator().next();
        return only == null || only.startsWith("any") ? null : only;
    }

    /**
     * Returns the types that an operator may give, none where there is no such operator; null where the project makes
     * operators or casts of its own, or the server has none of that name.
     */
    public @Nullable Set<String> results(String operator, @Nullable String left, String right) {
        String name = operator.equals("!=") ? "<>" : operator;
        boolean isOwn = !BuiltInOperators.has(name)
                || !schema.others(ObjectType.OPERATOR).isEmpty()
                || !schema.others(ObjectType.CAST).isEmpty();
        return isOwn ? null : BuiltInOperators.results(name, left, right);
    }

    /** Returns the type that all have, a literal being of any. */
    private @Nullable String common(List<Expression> values) {
        String type = BuiltInOperators.UNKNOWN;
        for (Expression value : values) {
            String own = of(value);
            if (own == null) {
                return null;
            }
            if (type.equals(BuiltInOperators.UNKNOWN)) {
                type = own;
            } else if (!own.equals(type) && !own.equals(BuiltInOperators.UNKNOWN)) {
                return null;
            }
        }
        return type.equals(BuiltInOperators.UNKNOWN) ? "text" : type;
    }

    private @Nullable String call(FuncCall call) {
        List<Routine> routines = schema.routines(call.name().qualified());
        if (routines.isEmpty()) {
            return call.name().schema() == null ? RESULTS.get(call.name().last().text()) : null;
        }
        List<String> results = new ArrayList<>();
        for (Routine routine : routines) {
            String result = routine.definition() instanceof CreateFunction create
                            && create.returns() != null
                            && !create.returns().percentType()
                            && !create.returnsSet()
                    ? of(ColumnType.of(create.returns()))
                    : null;
            if (result == null || (!results.isEmpty() && !results.contains(result))) {
                return null;
            }
            results.add(result);
        }
        return BuiltInOperators.UNKNOWN.equals(results.get(0)) ? null : results.get(0);
    }
}
