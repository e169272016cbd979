package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectReference.Signature;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import java.util.ArrayList;
import java.util.List;

/** Parses routines and operators as statements name them: with their argument types. */
final class SignatureParser {
    private SignatureParser() {}

    /** function_with_argtypes, as an object of a type. */
    static ObjectReference function(Cursor cursor, ObjectType type) {
        int start = cursor.start();
        boolean qualified = cursor.peek(1) == '.';
        ObjectName name;
        if (qualified) {
            name = Calls.name(cursor);
        } else if (Keywords.isColId(cursor.kind()) || Keywords.isTypeFunctionName(cursor.kind())) {
            // Without arguments even a word that cannot name a function is taken here.
            boolean callable = Keywords.isTypeFunctionName(cursor.kind());
            name = ObjectName.of(cursor.takeName());
            if (!callable && cursor.at('(')) {
                throw cursor.syntaxError();
            }
        } else {
            throw cursor.syntaxError();
        }
        Signature signature = cursor.at('(') ? arguments(cursor) : null;
        return new ObjectReference(type, name, null, signature, cursor.rangeFrom(start));
    }

    /** func_args. */
    private static Signature arguments(Cursor cursor) {
        int start = cursor.start();
        cursor.expect('(');
        List<FunctionParameter> parameters = List.of();
        if (!cursor.at(')')) {
            parameters = cursor.list(SignatureParser::parameter);
        }
        cursor.expect(')');
        return new Signature(parameters, false, List.of(), cursor.rangeFrom(start));
    }

    /** aggregate_with_argtypes. */
    static ObjectReference aggregate(Cursor cursor) {
        int start = cursor.start();
        ObjectName name = Calls.name(cursor);
        Signature signature = aggregateArguments(cursor);
        return new ObjectReference(ObjectType.AGGREGATE, name, null, signature, cursor.rangeFrom(start));
    }

    /** aggr_args. */
    static Signature aggregateArguments(Cursor cursor) {
        int start = cursor.start();
        cursor.expect('(');
        if (cursor.accept('*')) {
            cursor.expect(')');
            return new Signature(List.of(), true, List.of(), cursor.rangeFrom(start));
        }
        List<FunctionParameter> direct = List.of();
        if (!cursor.at(Keyword.ORDER)) {
            direct = cursor.list(SignatureParser::parameter);
        }
        List<FunctionParameter> aggregated = List.of();
        if (cursor.accept(Keyword.ORDER)) {
            cursor.expect(Keyword.BY);
            aggregated = cursor.list(SignatureParser::parameter);
        }
        cursor.expect(')');
        checkOrderedSet(cursor, direct, aggregated);
        return new Signature(direct, false, aggregated, cursor.rangeFrom(start));
    }

    private static void checkOrderedSet(
            Cursor cursor, List<FunctionParameter> direct, List<FunctionParameter> aggregated) {
        if (direct.isEmpty() || aggregated.isEmpty()) {
            return;
        }
        FunctionParameter last = direct.get(direct.size() - 1);
        if (last.mode() != Mode.VARIADIC) {
            return;
        }
        FunctionParameter first = aggregated.get(0);
        boolean same = first.mode() == Mode.VARIADIC && isSame(first.type(), last.type());
        if (aggregated.size() != 1 || !same) {
            throw cursor.error(
                    "an ordered-set aggregate with a VARIADIC direct argument must have one VARIADIC aggregated"
                            + " argument of the same data type",
                    first.range());
        }
    }

    private static boolean isSame(TypeName type, TypeName other) {
        return type.name().qualified().equals(other.name().qualified())
                && type.arrayBounds().equals(other.arrayBounds())
                && type.modifiers().size() == other.modifiers().size()
                && type.percentType() == other.percentType()
                && type.setOf() == other.setOf();
    }

    /** func_arg. */
    static FunctionParameter parameter(Cursor cursor) {
        int start = cursor.start();
        Mode mode = mode(cursor);
        Name name = null;
        if (atParameterName(cursor)) {
            name = cursor.takeName();
            if (mode == Mode.DEFAULT) {
                mode = mode(cursor);
            }
        }
        TypeName type = TypeParser.funcType(cursor);
        return new FunctionParameter(mode, name, type, null, cursor.rangeFrom(start));
    }

    /** arg_class. */
    private static Mode mode(Cursor cursor) {
        if (cursor.accept(Keyword.IN)) {
            return cursor.accept(Keyword.OUT) ? Mode.INOUT : Mode.IN;
        }
        if (cursor.accept(Keyword.OUT)) {
            return Mode.OUT;
        }
        if (cursor.accept(Keyword.INOUT)) {
            return Mode.INOUT;
        }
        return cursor.accept(Keyword.VARIADIC) ? Mode.VARIADIC : Mode.DEFAULT;
    }

    /** Whether a name stands here and no type: a type, or a mode and a type, must follow a name. */
    private static boolean atParameterName(Cursor cursor) {
        if (!Keywords.isTypeFunctionName(cursor.kind()) || cursor.at(Keyword.DOUBLE, Keyword.PRECISION)) {
            return false;
        }
        return switch (cursor.peek(1)) {
            case Keyword.IN, Keyword.OUT, Keyword.INOUT, Keyword.VARIADIC, Keyword.SETOF -> true;
            default -> atType(cursor.peek(1));
        };
    }

    private static boolean atType(int kind) {
        return switch (kind) {
            case Keyword.BIGINT,
                    Keyword.BIT,
                    Keyword.BOOLEAN,
                    Keyword.CHAR,
                    Keyword.CHARACTER,
                    Keyword.DEC,
                    Keyword.DECIMAL,
                    Keyword.FLOAT,
                    Keyword.INT,
                    Keyword.INTEGER,
                    Keyword.INTERVAL,
                    Keyword.JSON,
                    Keyword.NATIONAL,
                    Keyword.NCHAR,
                    Keyword.NUMERIC,
                    Keyword.REAL,
                    Keyword.SMALLINT,
                    Keyword.TIME,
                    Keyword.TIMESTAMP,
                    Keyword.VARCHAR -> true;
            default -> Keywords.isTypeFunctionName(kind);
        };
    }

    /** operator_with_argtypes. */
    static ObjectReference operator(Cursor cursor) {
        int start = cursor.start();
        ObjectName name = Names.anyOperator(cursor);
        Signature signature = operatorArguments(cursor);
        return new ObjectReference(ObjectType.OPERATOR, name, null, signature, cursor.rangeFrom(start));
    }

    /** oper_argtypes: NONE stands for the missing side of a prefix operator. */
    static Signature operatorArguments(Cursor cursor) {
        int start = cursor.start();
        cursor.expect('(');
        List<FunctionParameter> sides = new ArrayList<>(2);
        if (cursor.accept(Keyword.NONE)) {
            cursor.expect(',');
            sides.add(side(cursor));
        } else {
            sides.add(side(cursor));
            SourceRange end = cursor.range();
            if (cursor.accept(')')) {
                throw cursor.error("missing argument", end);
            }
            cursor.expect(',');
            if (!cursor.accept(Keyword.NONE)) {
                sides.add(side(cursor));
            }
        }
        cursor.expect(')');
        return new Signature(List.copyOf(sides), false, List.of(), cursor.rangeFrom(start));
    }

    private static FunctionParameter side(Cursor cursor) {
        TypeName type = TypeParser.typename(cursor);
        return new FunctionParameter(Mode.DEFAULT, null, type, null, type.range());
    }

    /** {@code ( Typename AS Typename )} of a cast; the first type gives the name. */
    static ObjectReference cast(Cursor cursor) {
        int start = cursor.start();
        cursor.expect('(');
        FunctionParameter source = side(cursor);
        cursor.expect(Keyword.AS);
        FunctionParameter target = side(cursor);
        cursor.expect(')');
        SourceRange range = cursor.rangeFrom(start);
        Signature signature = new Signature(List.of(source, target), false, List.of(), range);
        return new ObjectReference(ObjectType.CAST, source.type().name(), null, signature, range);
    }
}
