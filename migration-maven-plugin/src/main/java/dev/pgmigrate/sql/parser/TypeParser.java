package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.ConstantKind;
import dev.pgmigrate.sql.ast.Expression.TypeCast;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses types: Typename of the grammar, and the literals that begin with one. */
public final class TypeParser {
    private TypeParser() {}

    /** Typename. */
    public static TypeName typename(Cursor cursor) {
        return typename(cursor, false);
    }

    /** func_type: Typename, or {@code [SETOF] column%TYPE}. */
    public static TypeName funcType(Cursor cursor) {
        return typename(cursor, true);
    }

    private static TypeName typename(Cursor cursor, boolean mayRefer) {
        int start = cursor.start();
        boolean setOf = cursor.accept(Keyword.SETOF);
        if (mayRefer && Keywords.isTypeFunctionName(cursor.kind()) && cursor.peek(1) == '.') {
            ObjectName name = Names.dotted(cursor, Names.typeFunctionName(cursor));
            if (cursor.accept('%')) {
                cursor.expect(Keyword.TYPE);
                return new TypeName(name, List.of(), List.of(), null, true, setOf, cursor.rangeFrom(start));
            }
            List<Expression> modifiers = optModifiers(cursor);
            return withBounds(cursor, new Simple(name, modifiers, null), setOf, start);
        }
        return withBounds(cursor, simple(cursor, true), setOf, start);
    }

    /** SimpleTypename: no arrays. */
    static TypeName simpleTypename(Cursor cursor) {
        int start = cursor.start();
        Simple simple = simple(cursor, true);
        return new TypeName(
                simple.name, simple.modifiers, List.of(), simple.fields, false, false, cursor.rangeFrom(start));
    }

    private static TypeName withBounds(Cursor cursor, Simple simple, boolean setOf, int start) {
        List<Integer> bounds = List.of();
        if (cursor.accept(Keyword.ARRAY)) {
            bounds = List.of(cursor.at('[') ? bound(cursor, true) : -1);
        } else if (cursor.at('[')) {
            bounds = new ArrayList<>(2);
            while (cursor.at('[')) {
                bounds.add(bound(cursor, false));
            }
        }
        return new TypeName(
                simple.name, simple.modifiers, bounds, simple.fields, false, setOf, cursor.rangeFrom(start));
    }

    private static int bound(Cursor cursor, boolean required) {
        cursor.expect('[');
        int bound = !required && cursor.at(']') ? -1 : Names.iconst(cursor);
        cursor.expect(']');
        return bound;
    }

    /** A type without SETOF and bounds. */
    private record Simple(
            ObjectName name,
            List<Expression> modifiers,
            @Nullable String fields) {}

    private static Simple simple(Cursor cursor, boolean intervalFields) {
        SourceRange place = cursor.range();
        int kind = cursor.kind();
        switch (kind) {
            case Keyword.INT, Keyword.INTEGER -> {
                return system(cursor, "int4", place);
            }
            case Keyword.SMALLINT -> {
                return system(cursor, "int2", place);
            }
            case Keyword.BIGINT -> {
                return system(cursor, "int8", place);
            }
            case Keyword.REAL -> {
                return system(cursor, "float4", place);
            }
            case Keyword.BOOLEAN -> {
                return system(cursor, "bool", place);
            }
            case Keyword.JSON -> {
                return system(cursor, "json", place);
            }
            case Keyword.FLOAT -> {
                cursor.advance();
                return new Simple(systemName(floatName(cursor), place), List.of(), null);
            }
            case Keyword.DOUBLE -> {
                if (cursor.accept(Keyword.DOUBLE, Keyword.PRECISION)) {
                    return new Simple(systemName("float8", cursor.rangeFrom(place.start())), List.of(), null);
                }
                return generic(cursor);
            }
            case Keyword.DECIMAL, Keyword.DEC, Keyword.NUMERIC -> {
                cursor.advance();
                return new Simple(systemName("numeric", place), optModifiers(cursor), null);
            }
            case Keyword.BIT -> {
                cursor.advance();
                String name = cursor.accept(Keyword.VARYING) ? "varbit" : "bit";
                ObjectName type = systemName(name, cursor.rangeFrom(place.start()));
                return new Simple(type, optModifiers(cursor), null);
            }
            case Keyword.CHARACTER, Keyword.CHAR, Keyword.VARCHAR, Keyword.NATIONAL, Keyword.NCHAR -> {
                return character(cursor, kind);
            }
            case Keyword.TIME, Keyword.TIMESTAMP -> {
                cursor.advance();
                List<Expression> modifiers = optPrecision(cursor);
                boolean zone = optTimezone(cursor);
                String name = (kind == Keyword.TIME ? "time" : "timestamp") + (zone ? "tz" : "");
                return new Simple(systemName(name, place), modifiers, null);
            }
            case Keyword.INTERVAL -> {
                cursor.advance();
                List<Expression> modifiers = optPrecision(cursor);
                String fields = intervalFields && modifiers.isEmpty() ? optInterval(cursor) : null;
                return new Simple(systemName("interval", place), modifiers, fields);
            }
            default -> {
                return generic(cursor);
            }
        }
    }

    /** GenericType. */
    private static Simple generic(Cursor cursor) {
        ObjectName name = Names.dotted(cursor, Names.typeFunctionName(cursor));
        return new Simple(name, optModifiers(cursor), null);
    }

    private static Simple system(Cursor cursor, String name, SourceRange place) {
        cursor.advance();
        return new Simple(systemName(name, place), List.of(), null);
    }

    /** SystemTypeName: the standard's types are pg_catalog's, whatever the search_path. */
    static ObjectName systemName(String name, SourceRange place) {
        return new ObjectName(List.of(new Name("pg_catalog", place), new Name(name, place)), place);
    }

    private static String floatName(Cursor cursor) {
        if (!cursor.accept('(')) {
            return "float8";
        }
        SourceRange place = cursor.range();
        int bits = Names.iconst(cursor);
        cursor.expect(')');
        if (bits < 1) {
            throw cursor.error("precision for type float must be at least 1 bit", place);
        }
        if (bits > 53) {
            throw cursor.error("precision for type float must be less than 54 bits", place);
        }
        return bits <= 24 ? "float4" : "float8";
    }

    private static Simple character(Cursor cursor, int kind) {
        SourceRange place = cursor.range();
        cursor.advance();
        if (kind == Keyword.NATIONAL && !cursor.accept(Keyword.CHARACTER)) {
            cursor.expect(Keyword.CHAR);
        }
        boolean varying = kind == Keyword.VARCHAR || cursor.accept(Keyword.VARYING);
        ObjectName name = systemName(varying ? "varchar" : "bpchar", cursor.rangeFrom(place.start()));
        return new Simple(name, optPrecision(cursor), null);
    }

    /** opt_type_modifiers. */
    private static List<Expression> optModifiers(Cursor cursor) {
        if (!cursor.accept('(')) {
            return List.of();
        }
        List<Expression> modifiers = Expressions.exprList(cursor);
        cursor.expect(')');
        return modifiers;
    }

    /** {@code (Iconst)}, or nothing. */
    private static List<Expression> optPrecision(Cursor cursor) {
        if (!cursor.accept('(')) {
            return List.of();
        }
        Constant precision = new Constant(ConstantKind.INTEGER, cursor.written(), cursor.range());
        cursor.expect(Token.ICONST);
        cursor.expect(')');
        return List.of(precision);
    }

    private static boolean optTimezone(Cursor cursor) {
        boolean zone = cursor.at(Token.WITH_LA);
        if (zone || cursor.at(Token.WITHOUT_LA)) {
            cursor.advance();
            cursor.expect(Keyword.TIME, Keyword.ZONE);
        }
        return zone;
    }

    /** opt_interval: the fields as they are written, in lower case; null without. */
    static @Nullable String optInterval(Cursor cursor) {
        int first = cursor.kind();
        switch (first) {
            case Keyword.SECOND -> {
                return second(cursor);
            }
            case Keyword.YEAR, Keyword.MONTH, Keyword.DAY, Keyword.HOUR, Keyword.MINUTE -> cursor.advance();
            default -> {
                return null;
            }
        }
        String from = Keywords.word(first);
        if (first == Keyword.MONTH || !cursor.accept(Keyword.TO)) {
            return from;
        }
        int last = cursor.kind();
        boolean fits = switch (last) {
            case Keyword.MONTH -> first == Keyword.YEAR;
            case Keyword.HOUR -> first == Keyword.DAY;
            case Keyword.MINUTE -> first == Keyword.DAY || first == Keyword.HOUR;
            case Keyword.SECOND -> first != Keyword.YEAR;
            default -> false;
        };
        if (!fits) {
            throw cursor.syntaxError();
        }
        if (last == Keyword.SECOND) {
            return from + " to " + second(cursor);
        }
        cursor.advance();
        return from + " to " + Keywords.word(last);
    }

    private static String second(Cursor cursor) {
        cursor.expect(Keyword.SECOND);
        if (!cursor.accept('(')) {
            return "second";
        }
        int precision = Names.iconst(cursor);
        cursor.expect(')');
        return "second(" + precision + ")";
    }

    /** Returns whether a type stands here that only a string can follow: ConstTypename, ConstInterval. */
    static boolean atConstTypename(Cursor cursor) {
        int next = cursor.peek(1);
        boolean string = next == Token.SCONST;
        return switch (cursor.kind()) {
            case Keyword.INT, Keyword.INTEGER, Keyword.SMALLINT, Keyword.BIGINT, Keyword.REAL, Keyword.BOOLEAN ->
                string;
            case Keyword.JSON -> string;
            case Keyword.FLOAT, Keyword.DECIMAL, Keyword.DEC, Keyword.NUMERIC, Keyword.INTERVAL ->
                string || next == '(';
            case Keyword.BIT, Keyword.CHARACTER, Keyword.CHAR, Keyword.VARCHAR, Keyword.NCHAR ->
                string || next == '(' || next == Keyword.VARYING;
            case Keyword.NATIONAL -> next == Keyword.CHARACTER || next == Keyword.CHAR;
            case Keyword.TIME, Keyword.TIMESTAMP ->
                string || next == '(' || next == Token.WITH_LA || next == Token.WITHOUT_LA;
            case Keyword.DOUBLE -> next == Keyword.PRECISION;
            default -> false;
        };
    }

    /** {@code type 'literal'}, with the fields of an interval behind it. */
    static Expression typedConstant(Cursor cursor) {
        int start = cursor.start();
        boolean interval = cursor.at(Keyword.INTERVAL);
        Simple simple = simple(cursor, false);
        SourceRange place = cursor.rangeFrom(start);
        Constant value = Primaries.string(cursor);
        String fields = interval && simple.modifiers.isEmpty() ? optInterval(cursor) : null;
        TypeName type = new TypeName(simple.name, simple.modifiers, List.of(), fields, false, false, place);
        return new TypeCast(value, type, cursor.rangeFrom(start));
    }
}
