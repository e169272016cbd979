package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DefElem.Action;
import dev.pgmigrate.sql.ast.DefElem.Arg;
import dev.pgmigrate.sql.ast.DefElem.Kind;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses lists of options: {@code WITH (…)}, definitions, {@code OPTIONS (…)}, the parentheses behind a utility's name. */
final class OptionParser {
    private OptionParser() {}

    /** reloptions, and definition, which differs only in that the server allows no namespace there. */
    static List<DefElem> reloptions(Cursor cursor) {
        cursor.expect('(');
        List<DefElem> options = cursor.list(OptionParser::reloption);
        cursor.expect(')');
        return options;
    }

    /** opt_reloptions, and opt_definition. */
    static List<DefElem> optWithReloptions(Cursor cursor) {
        return cursor.accept(Keyword.WITH) ? reloptions(cursor) : List.of();
    }

    /** opt_definition. */
    static List<DefElem> optDefinition(Cursor cursor) {
        return cursor.accept(Keyword.WITH) ? definition(cursor) : List.of();
    }

    private static DefElem reloption(Cursor cursor) {
        Name name = Names.colLabel(cursor);
        Name namespace = null;
        if (cursor.accept('.')) {
            namespace = name;
            name = Names.colLabel(cursor);
        }
        Arg arg = cursor.accept('=') ? defArg(cursor) : null;
        int start = (namespace == null ? name : namespace).range().start();
        return new DefElem(namespace, name, arg, Action.UNSPECIFIED, cursor.rangeFrom(start));
    }

    /** definition. */
    static List<DefElem> definition(Cursor cursor) {
        cursor.expect('(');
        List<DefElem> elements = cursor.list(OptionParser::defElem);
        cursor.expect(')');
        return elements;
    }

    private static DefElem defElem(Cursor cursor) {
        Name name = Names.colLabel(cursor);
        return element(cursor, name, cursor.accept('=') ? defArg(cursor) : null);
    }

    /** def_arg. */
    static Arg defArg(Cursor cursor) {
        SourceRange place = cursor.range();
        int kind = cursor.kind();
        if (kind == Token.SCONST) {
            return new Arg(Kind.STRING, Names.sconst(cursor), place);
        }
        if (kind == Keyword.OPERATOR && cursor.peek(1) == '(') {
            return new Arg(Kind.OPERATOR, Names.qualAllOp(cursor).toString(), cursor.rangeFrom(place.start()));
        }
        // A sign belongs to a number only where one follows: + alone is an operator.
        boolean signed = kind == '+' || kind == '-';
        boolean number = cursor.peek(1) == Token.ICONST || cursor.peek(1) == Token.FCONST;
        if (kind == Token.ICONST || kind == Token.FCONST || (signed && number)) {
            return new Arg(Kind.NUMBER, Names.numericOnly(cursor), cursor.rangeFrom(place.start()));
        }
        if (Names.atAllOp(cursor)) {
            return new Arg(Kind.OPERATOR, Names.allOp(cursor).text(), place);
        }
        if (kind == Keyword.NONE) {
            return new Arg(Kind.NONE, cursor.takeName().text(), place);
        }
        if (Keywords.isColLabel(kind) && !Keywords.isNonReservedWord(kind)) {
            Kind word = kind == Keyword.TRUE || kind == Keyword.FALSE ? Kind.BOOLEAN : Kind.WORD;
            return new Arg(word, cursor.takeName().text(), place);
        }
        int from = cursor.index();
        TypeName type = TypeParser.funcType(cursor);
        String text = cursor.tokens().written(from, cursor.index());
        boolean plain = type.modifiers().isEmpty()
                && !type.isArray()
                && type.name().parts().size() == 1;
        return plain && type.range().equals(type.name().range())
                ? new Arg(Kind.WORD, type.name().last().text(), type.range())
                : new Arg(Kind.TYPE, text, type.range());
    }

    /** utility_option_list in parentheses: of VACUUM, ANALYZE, CLUSTER, REINDEX, EXPLAIN. */
    static List<DefElem> utilityOptions(Cursor cursor) {
        cursor.expect('(');
        List<DefElem> options = cursor.list(OptionParser::utilityOption);
        cursor.expect(')');
        return options;
    }

    private static DefElem utilityOption(Cursor cursor) {
        Name name;
        if (cursor.at(Keyword.ANALYZE) || cursor.at(Keyword.ANALYSE) || cursor.at(Token.FORMAT_LA)) {
            String word = cursor.at(Token.FORMAT_LA) ? "format" : "analyze";
            name = new Name(word, cursor.range());
            cursor.advance();
        } else {
            name = Names.nonReservedWord(cursor);
        }
        Arg arg = cursor.at(',') || cursor.at(')') ? null : optionValue(cursor);
        return element(cursor, name, arg);
    }

    /** opt_boolean_or_string or NumericOnly. */
    static Arg optionValue(Cursor cursor) {
        SourceRange place = cursor.range();
        if (Names.atNumericOnly(cursor)) {
            return new Arg(Kind.NUMBER, Names.numericOnly(cursor), cursor.rangeFrom(place.start()));
        }
        return switch (cursor.kind()) {
            case Token.SCONST -> new Arg(Kind.STRING, Names.sconst(cursor), place);
            case Keyword.TRUE, Keyword.FALSE, Keyword.ON ->
                new Arg(Kind.BOOLEAN, cursor.takeName().text(), place);
            default -> new Arg(Kind.WORD, Names.nonReservedWord(cursor).text(), place);
        };
    }

    /** create_generic_options: empty where there is no OPTIONS. */
    static List<DefElem> createGenericOptions(Cursor cursor) {
        if (!cursor.accept(Keyword.OPTIONS)) {
            return List.of();
        }
        cursor.expect('(');
        List<DefElem> options = cursor.list(c -> genericOption(c, c.start(), Action.UNSPECIFIED));
        cursor.expect(')');
        return options;
    }

    /** alter_generic_options. */
    static List<DefElem> alterGenericOptions(Cursor cursor) {
        cursor.expect(Keyword.OPTIONS);
        cursor.expect('(');
        List<DefElem> options = cursor.list(OptionParser::alterGenericOption);
        cursor.expect(')');
        return options;
    }

    private static DefElem alterGenericOption(Cursor cursor) {
        int start = cursor.start();
        // SET 'x' is an option of the name set.
        boolean name = cursor.peek(1) == Token.SCONST;
        if (!name && cursor.accept(Keyword.SET)) {
            return genericOption(cursor, start, Action.SET);
        }
        if (!name && cursor.accept(Keyword.ADD)) {
            return genericOption(cursor, start, Action.ADD);
        }
        if (!name && cursor.accept(Keyword.DROP)) {
            Name dropped = Names.colLabel(cursor);
            return new DefElem(null, dropped, null, Action.DROP, cursor.rangeFrom(start));
        }
        return genericOption(cursor, start, Action.UNSPECIFIED);
    }

    private static DefElem genericOption(Cursor cursor, int start, Action action) {
        Name name = Names.colLabel(cursor);
        Arg arg = string(cursor);
        return new DefElem(null, name, arg, action, cursor.rangeFrom(start));
    }

    /** An Sconst as the value of an option. */
    static Arg string(Cursor cursor) {
        SourceRange place = cursor.range();
        return new Arg(Kind.STRING, Names.sconst(cursor), place);
    }

    /** An option that ends with the last token. */
    static DefElem element(Cursor cursor, Name name, @Nullable Arg arg) {
        return new DefElem(
                null,
                name,
                arg,
                Action.UNSPECIFIED,
                cursor.rangeFrom(name.range().start()));
    }

    /** opt_drop_behavior: whether CASCADE is written. */
    static boolean optDropBehavior(Cursor cursor) {
        if (cursor.accept(Keyword.CASCADE)) {
            return true;
        }
        cursor.accept(Keyword.RESTRICT);
        return false;
    }

    /** Takes {@code IF NOT EXISTS} where it stands; {@code if} alone is a name. */
    static boolean ifNotExists(Cursor cursor) {
        if (!cursor.accept(Keyword.IF, Keyword.NOT)) {
            return false;
        }
        cursor.expect(Keyword.EXISTS);
        return true;
    }

    /** Takes {@code IF EXISTS} where it stands. */
    static boolean ifExists(Cursor cursor) {
        return cursor.accept(Keyword.IF, Keyword.EXISTS);
    }

    /** opt_if_not_exists, where no name follows and {@code if} can only be the keyword. */
    static boolean optIfNotExists(Cursor cursor) {
        if (!cursor.accept(Keyword.IF)) {
            return false;
        }
        cursor.expect(Keyword.NOT);
        cursor.expect(Keyword.EXISTS);
        return true;
    }

    /** opt_if_exists, where no name follows and {@code if} can only be the keyword. */
    static boolean optIfExists(Cursor cursor) {
        if (!cursor.accept(Keyword.IF)) {
            return false;
        }
        cursor.expect(Keyword.EXISTS);
        return true;
    }

    /** NonReservedWord_or_Sconst. */
    static String wordOrString(Cursor cursor) {
        return cursor.at(Token.SCONST)
                ? Names.sconst(cursor)
                : Names.nonReservedWord(cursor).text();
    }
}
