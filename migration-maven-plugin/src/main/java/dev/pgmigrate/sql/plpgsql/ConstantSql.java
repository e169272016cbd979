package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.ConstantKind;
import dev.pgmigrate.sql.ast.Expression.TypeCast;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.OperatorExpression.OpExpr;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.PlacedText;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of an {@code EXECUTE} whose text is known before it runs: constants, joined with {@code ||} or put together by
 * {@code format()} (PostgreSQL manual, 41.5.4 "Executing Dynamic Commands" and 9.4.1 "format").
 */
public final class ConstantSql {
    private static final Set<String> TEXT = Set.of("text", "varchar");

    /** Nobody writes constants that deep, and the stack is not endless. */
    private static final int DEEPEST = 100;

    private final SourceText source;

    private ConstantSql(SourceText source) {
        this.source = source;
    }

    /**
     * Parses what {@code command} says, with ranges in {@code source}; empty where that is not known. Transaction control is
     * left out too: no {@code EXECUTE} takes it.
     */
    public static Optional<SqlScript> parse(SourceText source, Expression command) {
        PlacedText text = new ConstantSql(source).text(command, 0);
        if (text == null) {
            return Optional.empty();
        }
        SqlScript script = SqlParser.parse(source, text.tokens());
        boolean runs = script.metaCommands().isEmpty()
                && script.statements().stream().noneMatch(TransactionStatement.class::isInstance);
        return runs ? Optional.of(script) : Optional.empty();
    }

    /** Returns what {@code command} says, where that is known. */
    static Optional<String> text(SourceText source, Expression command) {
        return Optional.ofNullable(new ConstantSql(source).text(command, 0)).map(PlacedText::toString);
    }

    private @Nullable PlacedText text(Expression expression, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (expression instanceof Constant constant) {
            return constant.kind() == ConstantKind.STRING
                    ? PlacedText.of(source, constant.range(), constant.text())
                    : null;
        }
        if (expression instanceof TypeCast cast) {
            return isText(cast.type()) ? text(cast.operand(), depth + 1) : null;
        }
        if (expression instanceof OpExpr chain) {
            return chain.operator().last().text().equals("||") ? joined(chain.operands(), depth) : null;
        }
        return expression instanceof FuncCall call && isPlain(call) ? called(call, depth) : null;
    }

    private static boolean isText(TypeName type) {
        return type.modifiers().isEmpty()
                && type.arrayBounds().isEmpty()
                && TEXT.contains(type.name().last().text());
    }

    private static boolean isPlain(FuncCall call) {
        int parts = call.name().parts().size();
        boolean builtIn =
                parts == 1 || (parts == 2 && call.name().parts().get(0).text().equals("pg_catalog"));
        return builtIn
                && !call.star()
                && !call.distinct()
                && !call.variadic()
                && call.orderBy().isEmpty()
                && call.filter() == null
                && call.over() == null;
    }

    private @Nullable PlacedText called(FuncCall call, int depth) {
        List<Expression> arguments = call.arguments();
        switch (call.name().last().text()) {
            case "concat" -> {
                return joined(arguments, depth);
            }
            case "format" -> {
                return arguments.isEmpty() ? null : formatted(arguments, depth);
            }
            case "quote_ident", "quote_literal" -> {
                PlacedText value = arguments.size() == 1 ? text(arguments.get(0), depth + 1) : null;
                char type = call.name().last().text().equals("quote_ident") ? 'I' : 'L';
                return value == null
                        ? null
                        : new PlacedText()
                                .append(quoted(value.toString(), type), value.place(0))
                                .endAt(value.place(value.length()));
            }
            default -> {
                return null;
            }
        }
    }

    private @Nullable PlacedText joined(List<Expression> parts, int depth) {
        PlacedText all = new PlacedText();
        for (Expression part : parts) {
            PlacedText text = text(part, depth + 1);
            if (text == null) {
                return null;
            }
            all.append(text);
        }
        return all;
    }

    /** What stands for an argument stands where its {@code %I} does, since places never go back. */
    private @Nullable PlacedText formatted(List<Expression> arguments, int depth) {
        PlacedText format = text(arguments.get(0), depth + 1);
        if (format == null) {
            return null;
        }
        PlacedText all = new PlacedText();
        int next = 1;
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            int place = format.place(at++);
            if (c != '%') {
                all.append(String.valueOf(c), place);
                continue;
            }
            int digits = at;
            while (at < format.length() && Character.isDigit(format.charAt(at))) {
                at++;
            }
            if (at > digits) {
                boolean position = at - digits < 4 && at < format.length() && format.charAt(at) == '$';
                if (!position) {
                    return null;
                }
                next = Integer.parseInt(format.toString().substring(digits, at++));
            }
            char type = at < format.length() ? format.charAt(at++) : 0;
            if (type == '%' && at == digits + 1) {
                all.append("%", place);
                continue;
            }
            PlacedText value = next > 0 && next < arguments.size() && "sIL".indexOf(type) >= 0
                    ? text(arguments.get(next++), depth + 1)
                    : null;
            if (value == null) {
                return null;
            }
            all.append(quoted(value.toString(), type), place);
        }
        return all.endAt(format.place(format.length()));
    }

    private static String quoted(String value, char type) {
        return switch (type) {
            case 'I' -> '"' + value.replace("\"", "\"\"") + '"';
            case 'L' -> Literal.quote(value);
            default -> value;
        };
    }
}
