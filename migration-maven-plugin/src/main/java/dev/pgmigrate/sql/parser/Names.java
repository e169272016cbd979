package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads names: each method is the grammar's production of that name. */
public final class Names {
    private Names() {}

    /** ColId: a column, a table or another object; {@code name} of the grammar is the same. */
    public static Name colId(Cursor cursor) {
        if (!Keywords.isColId(cursor.kind())) {
            throw cursor.syntaxError();
        }
        return cursor.takeName();
    }

    /** type_function_name. */
    public static Name typeFunctionName(Cursor cursor) {
        if (!Keywords.isTypeFunctionName(cursor.kind())) {
            throw cursor.syntaxError();
        }
        return cursor.takeName();
    }

    /** NonReservedWord. */
    public static Name nonReservedWord(Cursor cursor) {
        if (!Keywords.isNonReservedWord(cursor.kind())) {
            throw cursor.syntaxError();
        }
        return cursor.takeName();
    }

    /** ColLabel: any word; attr_name is the same. */
    public static Name colLabel(Cursor cursor) {
        return cursor.takeName();
    }

    /** name_list. */
    public static List<Name> nameList(Cursor cursor) {
        return cursor.list(Names::colId);
    }

    /** opt_column_list: {@code (a, b)}, or empty. */
    public static List<Name> optColumnList(Cursor cursor) {
        if (!cursor.accept('(')) {
            return List.of();
        }
        List<Name> names = nameList(cursor);
        cursor.expect(')');
        return names;
    }

    /** any_name: ColId with attributes. */
    public static ObjectName anyName(Cursor cursor) {
        return dotted(cursor, colId(cursor));
    }

    /** any_name_list. */
    public static List<ObjectName> anyNameList(Cursor cursor) {
        return cursor.list(Names::anyName);
    }

    /** Goes on behind the first part of a name: attrs of the grammar. */
    static ObjectName dotted(Cursor cursor, Name first) {
        if (!cursor.at('.')) {
            return new ObjectName(List.of(first), first.range());
        }
        List<Name> parts = new ArrayList<>(3);
        parts.add(first);
        while (cursor.accept('.')) {
            parts.add(colLabel(cursor));
        }
        return new ObjectName(parts, cursor.rangeFrom(first.range().start()));
    }

    /** qualified_name: the name of a relation. */
    public static ObjectName qualifiedName(Cursor cursor) {
        Name first = colId(cursor);
        if (!cursor.at('.') && !cursor.at('[')) {
            return new ObjectName(List.of(first), first.range());
        }
        // The grammar takes any indirection here; its action refuses subscripts and stars.
        boolean plain = true;
        List<Name> parts = new ArrayList<>(3);
        parts.add(first);
        while (cursor.at('.') || cursor.at('[')) {
            if (cursor.accept('.')) {
                if (cursor.accept('*')) {
                    plain = false;
                } else {
                    parts.add(colLabel(cursor));
                }
            } else {
                Indirections.subscript(cursor);
                plain = false;
            }
        }
        ObjectName name = new ObjectName(parts, cursor.rangeFrom(first.range().start()));
        if (!plain) {
            throw cursor.bareSyntaxError();
        }
        if (parts.size() > 3) {
            throw cursor.error("improper qualified name (too many dotted names): " + name, first.range());
        }
        return name;
    }

    /** qualified_name_list. */
    public static List<ObjectName> qualifiedNameList(Cursor cursor) {
        return cursor.list(Names::qualifiedName);
    }

    /** Sconst: what a string constant holds. */
    public static String sconst(Cursor cursor) {
        if (!cursor.at(Token.SCONST)) {
            throw cursor.syntaxError();
        }
        String value = cursor.tokens().string(cursor.index());
        cursor.advance();
        return value;
    }

    /** Iconst: an integer of 32 bits without a sign. */
    public static int iconst(Cursor cursor) {
        if (!cursor.at(Token.ICONST)) {
            throw cursor.syntaxError();
        }
        int value = cursor.tokens().integer(cursor.index());
        cursor.advance();
        return value;
    }

    /** SignedIconst. */
    public static int signedIconst(Cursor cursor) {
        if (cursor.accept('-')) {
            return -iconst(cursor);
        }
        cursor.accept('+');
        return iconst(cursor);
    }

    /** Returns whether a NumericOnly begins here. */
    public static boolean atNumericOnly(Cursor cursor) {
        return cursor.at(Token.ICONST) || cursor.at(Token.FCONST) || cursor.at('-') || cursor.at('+');
    }

    /** NumericOnly: a number with or without a sign, as it is written. */
    public static String numericOnly(Cursor cursor) {
        String sign = cursor.accept('-') ? "-" : "";
        if (sign.isEmpty()) {
            cursor.accept('+');
        }
        if (!cursor.at(Token.ICONST) && !cursor.at(Token.FCONST)) {
            throw cursor.syntaxError();
        }
        String value = sign + cursor.written();
        cursor.advance();
        return value;
    }

    /** RoleSpec. */
    public static RoleSpec roleSpec(Cursor cursor) {
        SourceRange place = cursor.range();
        Name name;
        switch (cursor.kind()) {
            case Keyword.CURRENT_ROLE -> {
                return new RoleSpec(RoleSpec.Kind.CURRENT_ROLE, cursor.takeName(), place);
            }
            case Keyword.CURRENT_USER -> {
                return new RoleSpec(RoleSpec.Kind.CURRENT_USER, cursor.takeName(), place);
            }
            case Keyword.SESSION_USER -> {
                return new RoleSpec(RoleSpec.Kind.SESSION_USER, cursor.takeName(), place);
            }
            default -> name = nonReservedWord(cursor);
        }
        if (name.text().equals("none")) {
            throw cursor.error("role name \"none\" is reserved", place);
        }
        boolean everyone = name.text().equals("public");
        return new RoleSpec(everyone ? RoleSpec.Kind.PUBLIC : RoleSpec.Kind.NAMED, name, place);
    }

    /** role_list. */
    public static List<RoleSpec> roleList(Cursor cursor) {
        return cursor.list(Names::roleSpec);
    }

    /** RoleId: a role that is made or renamed, so it must be a name. */
    public static Name roleId(Cursor cursor) {
        return roleId(cursor, roleSpec(cursor));
    }

    /** Returns the name of a role that a RoleId may be. */
    static Name roleId(Cursor cursor, RoleSpec role) {
        return switch (role.kind()) {
            case NAMED -> role.name();
            case PUBLIC -> throw cursor.error("role name \"public\" is reserved", role.range());
            default ->
                throw cursor.error(
                        role.name().text().toUpperCase(Locale.ROOT) + " cannot be used as a role name here",
                        role.range());
        };
    }

    /** Returns whether an operator of all_Op stands here. */
    public static boolean atAllOp(Cursor cursor) {
        return cursor.at(Token.OP) || atMathOp(cursor.kind());
    }

    static boolean atMathOp(int kind) {
        return switch (kind) {
            case '+', '-', '*', '/', '%', '^', '<', '>', '=', Token.LESS_EQUALS, Token.GREATER_EQUALS -> true;
            case Token.NOT_EQUALS -> true;
            default -> false;
        };
    }

    /** all_Op: one operator, without a schema. */
    public static Name allOp(Cursor cursor) {
        if (!atAllOp(cursor)) {
            throw cursor.syntaxError();
        }
        // The scanner makes <> of !=.
        String text = cursor.at(Token.NOT_EQUALS) ? "<>" : cursor.written();
        Name operator = new Name(text, cursor.range());
        cursor.advance();
        return operator;
    }

    /** any_operator: all_Op with or without schemas in front. */
    public static ObjectName anyOperator(Cursor cursor) {
        int start = cursor.start();
        List<Name> parts = new ArrayList<>(2);
        while (Keywords.isColId(cursor.kind())) {
            parts.add(cursor.takeName());
            cursor.expect('.');
        }
        parts.add(allOp(cursor));
        return new ObjectName(parts, cursor.rangeFrom(start));
    }

    /** qual_all_Op: an operator, or {@code OPERATOR(schema.+)}. */
    public static ObjectName qualAllOp(Cursor cursor) {
        if (!cursor.accept(Keyword.OPERATOR)) {
            Name operator = allOp(cursor);
            return new ObjectName(List.of(operator), operator.range());
        }
        cursor.expect('(');
        ObjectName operator = anyOperator(cursor);
        cursor.expect(')');
        return operator;
    }
}
