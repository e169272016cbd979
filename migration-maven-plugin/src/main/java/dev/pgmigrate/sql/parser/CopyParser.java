package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.BulkStatement.Copy;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DefElem.Arg;
import dev.pgmigrate.sql.ast.DefElem.Kind;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses COPY with its options, those of before PostgreSQL 9.0 included. */
final class CopyParser {
    private CopyParser() {}

    /** CopyStmt. */
    static Statement copy(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.COPY);
        return cursor.at('(') ? copyQuery(cursor, start) : copyTable(cursor, start);
    }

    private static Statement copyQuery(Cursor cursor, int start) {
        cursor.expect('(');
        Statement query = SelectParser.preparableStmt(cursor);
        cursor.expect(')');
        SourceRange to = cursor.range();
        cursor.expect(Keyword.TO);
        boolean program = cursor.accept(Keyword.PROGRAM);
        String file = file(cursor);
        SequenceParser.optWith(cursor);
        List<DefElem> options = options(cursor);
        if (program && file == null) {
            throw cursor.error("STDIN/STDOUT not allowed with PROGRAM", to);
        }
        return new Copy(null, List.of(), query, false, program, file, options, null, cursor.rangeFrom(start));
    }

    private static Statement copyTable(Cursor cursor, int start) {
        List<DefElem> options = new ArrayList<>();
        if (cursor.at(Keyword.BINARY)) {
            options.add(OptionParser.element(cursor, cursor.takeName(), null));
        }
        ObjectName table = Names.qualifiedName(cursor);
        List<Name> columns = Names.optColumnList(cursor);
        boolean isFrom = cursor.accept(Keyword.FROM);
        if (!isFrom) {
            cursor.expect(Keyword.TO);
        }
        boolean program = cursor.accept(Keyword.PROGRAM);
        SourceRange place = cursor.range();
        String file = file(cursor);
        boolean using = cursor.accept(Keyword.USING);
        if (using || cursor.at(Keyword.DELIMITERS)) {
            cursor.expect(Keyword.DELIMITERS);
            Name delimiter = new Name("delimiter", cursor.previousRange());
            options.add(OptionParser.element(cursor, delimiter, OptionParser.string(cursor)));
        }
        SequenceParser.optWith(cursor);
        options.addAll(options(cursor));
        SourceRange wherePlace = cursor.range();
        Expression where = cursor.accept(Keyword.WHERE) ? Expressions.aExpr(cursor) : null;
        if (program && file == null) {
            throw cursor.error("STDIN/STDOUT not allowed with PROGRAM", place);
        }
        if (!isFrom && where != null) {
            throw cursor.error("WHERE clause not allowed with COPY TO", wherePlace);
        }
        return new Copy(
                table, columns, null, isFrom, program, file, List.copyOf(options), where, cursor.rangeFrom(start));
    }

    /** copy_file_name: null for the client's own stream. */
    private static @Nullable String file(Cursor cursor) {
        if (cursor.accept(Keyword.STDIN) || cursor.accept(Keyword.STDOUT)) {
            return null;
        }
        return Names.sconst(cursor);
    }

    /** copy_options. */
    private static List<DefElem> options(Cursor cursor) {
        if (cursor.accept('(')) {
            List<DefElem> options = cursor.list(CopyParser::genericOption);
            cursor.expect(')');
            return options;
        }
        List<DefElem> options = new ArrayList<>();
        while (atOption(cursor)) {
            options.add(option(cursor));
        }
        return options;
    }

    /** copy_generic_opt_elem. */
    private static DefElem genericOption(Cursor cursor) {
        Name name = Names.colLabel(cursor);
        return OptionParser.element(cursor, name, genericArgument(cursor));
    }

    private static @Nullable Arg genericArgument(Cursor cursor) {
        SourceRange place = cursor.range();
        switch (cursor.kind()) {
            case ',', ')' -> {
                return null;
            }
            case '*' -> {
                cursor.advance();
                return new Arg(Kind.WORD, "*", place);
            }
            case Keyword.DEFAULT -> {
                return new Arg(Kind.WORD, cursor.takeName().text(), place);
            }
            case '(' -> {
                cursor.advance();
                List<String> words = cursor.list(CopyParser::listed);
                cursor.expect(')');
                return new Arg(Kind.LIST, String.join(", ", words), cursor.rangeFrom(place.start()));
            }
            default -> {
                return OptionParser.optionValue(cursor);
            }
        }
    }

    private static String listed(Cursor cursor) {
        if (Names.atNumericOnly(cursor)) {
            throw cursor.syntaxError();
        }
        return OptionParser.optionValue(cursor).text();
    }

    private static boolean atOption(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.BINARY,
                    Keyword.FREEZE,
                    Keyword.DELIMITER,
                    Keyword.NULL,
                    Keyword.CSV,
                    Keyword.HEADER,
                    Keyword.QUOTE,
                    Keyword.ESCAPE,
                    Keyword.FORCE,
                    Keyword.ENCODING -> true;
            default -> false;
        };
    }

    /** copy_opt_item. */
    private static DefElem option(Cursor cursor) {
        Name name = cursor.takeName();
        switch (cursor.tokens().kind(cursor.index() - 1)) {
            case Keyword.DELIMITER, Keyword.NULL, Keyword.QUOTE, Keyword.ESCAPE -> {
                cursor.accept(Keyword.AS);
                return OptionParser.element(cursor, name, OptionParser.string(cursor));
            }
            case Keyword.ENCODING -> {
                return OptionParser.element(cursor, name, OptionParser.string(cursor));
            }
            case Keyword.FORCE -> {
                return force(cursor, name);
            }
            default -> {
                return OptionParser.element(cursor, name, null);
            }
        }
    }

    private static DefElem force(Cursor cursor, Name force) {
        int start = force.range().start();
        String option;
        if (cursor.accept(Keyword.QUOTE)) {
            option = "force_quote";
        } else if (cursor.accept(Keyword.NULL)) {
            option = "force_null";
        } else {
            cursor.expect(Keyword.NOT);
            cursor.expect(Keyword.NULL);
            option = "force_not_null";
        }
        Name name = new Name(option, cursor.rangeFrom(start));
        SourceRange place = cursor.range();
        if (cursor.accept('*')) {
            return OptionParser.element(cursor, name, new Arg(Kind.WORD, "*", place));
        }
        List<String> columns = Names.nameList(cursor).stream().map(Name::text).toList();
        Arg list = new Arg(Kind.LIST, String.join(", ", columns), cursor.rangeFrom(place.start()));
        return OptionParser.element(cursor, name, list);
    }
}
