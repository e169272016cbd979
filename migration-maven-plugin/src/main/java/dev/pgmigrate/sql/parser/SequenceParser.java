package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.SequenceOption;
import dev.pgmigrate.sql.ast.SequenceOption.Kind;
import dev.pgmigrate.sql.ast.SequenceStatement.AlterSequence;
import dev.pgmigrate.sql.ast.SequenceStatement.CreateSequence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;

/** Parses CREATE SEQUENCE and ALTER SEQUENCE, and the options that identity columns share with them. */
final class SequenceParser {
    private SequenceParser() {}

    /** CreateSeqStmt, behind SEQUENCE. */
    static Statement create(Cursor cursor, int start, Persistence persistence) {
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        ObjectName name = Names.qualifiedName(cursor);
        List<SequenceOption> options = new ArrayList<>();
        while (atOption(cursor)) {
            options.add(option(cursor));
        }
        return new CreateSequence(persistence, ifNotExists, name, options, cursor.rangeFrom(start));
    }

    /** AlterSeqStmt, behind the sequence's name; at least one option. */
    static Statement alter(Cursor cursor, int start, boolean ifExists, ObjectName name) {
        List<SequenceOption> options = new ArrayList<>();
        do {
            options.add(option(cursor));
        } while (atOption(cursor));
        return new AlterSequence(ifExists, name, options, cursor.rangeFrom(start));
    }

    /** OptParenthesizedSeqOptList. */
    static List<SequenceOption> optParenthesized(Cursor cursor) {
        if (!cursor.accept('(')) {
            return List.of();
        }
        List<SequenceOption> options = new ArrayList<>();
        do {
            options.add(option(cursor));
        } while (!cursor.accept(')'));
        return options;
    }

    static boolean atOption(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.AS,
                    Keyword.CACHE,
                    Keyword.CYCLE,
                    Keyword.INCREMENT,
                    Keyword.LOGGED,
                    Keyword.UNLOGGED,
                    Keyword.MAXVALUE,
                    Keyword.MINVALUE,
                    Keyword.NO,
                    Keyword.OWNED,
                    Keyword.SEQUENCE,
                    Keyword.START,
                    Keyword.RESTART -> true;
            default -> false;
        };
    }

    /** SeqOptElem. */
    static SequenceOption option(Cursor cursor) {
        int start = cursor.start();
        int kind = cursor.kind();
        if (!atOption(cursor)) {
            throw cursor.syntaxError();
        }
        cursor.advance();
        switch (kind) {
            case Keyword.AS -> {
                ObjectName type = TypeParser.simpleTypename(cursor).name();
                return new SequenceOption(Kind.AS, null, type, cursor.rangeFrom(start));
            }
            case Keyword.CYCLE -> {
                return bare(cursor, Kind.CYCLE, start);
            }
            case Keyword.LOGGED -> {
                return bare(cursor, Kind.LOGGED, start);
            }
            case Keyword.UNLOGGED -> {
                return bare(cursor, Kind.UNLOGGED, start);
            }
            case Keyword.CACHE -> {
                return number(cursor, Kind.CACHE, start);
            }
            case Keyword.MAXVALUE -> {
                return number(cursor, Kind.MAXVALUE, start);
            }
            case Keyword.MINVALUE -> {
                return number(cursor, Kind.MINVALUE, start);
            }
            case Keyword.INCREMENT -> {
                cursor.accept(Keyword.BY);
                return number(cursor, Kind.INCREMENT, start);
            }
            case Keyword.OWNED -> {
                cursor.expect(Keyword.BY);
                return new SequenceOption(Kind.OWNED_BY, null, Names.anyName(cursor), cursor.rangeFrom(start));
            }
            case Keyword.SEQUENCE -> {
                cursor.expect(Keyword.NAME);
                return new SequenceOption(Kind.SEQUENCE_NAME, null, Names.anyName(cursor), cursor.rangeFrom(start));
            }
            case Keyword.START -> {
                optWith(cursor);
                return number(cursor, Kind.START, start);
            }
            case Keyword.RESTART -> {
                return optWith(cursor) || Names.atNumericOnly(cursor)
                        ? number(cursor, Kind.RESTART, start)
                        : bare(cursor, Kind.RESTART, start);
            }
            default -> {
                return negated(cursor, start);
            }
        }
    }

    private static SequenceOption negated(Cursor cursor, int start) {
        if (cursor.accept(Keyword.MAXVALUE)) {
            return bare(cursor, Kind.NO_MAXVALUE, start);
        }
        if (cursor.accept(Keyword.MINVALUE)) {
            return bare(cursor, Kind.NO_MINVALUE, start);
        }
        cursor.expect(Keyword.CYCLE);
        return bare(cursor, Kind.NO_CYCLE, start);
    }

    /** opt_with. */
    static boolean optWith(Cursor cursor) {
        return cursor.accept(Keyword.WITH) || cursor.accept(Token.WITH_LA);
    }

    private static SequenceOption bare(Cursor cursor, Kind kind, int start) {
        return new SequenceOption(kind, null, null, cursor.rangeFrom(start));
    }

    private static SequenceOption number(Cursor cursor, Kind kind, int start) {
        return new SequenceOption(kind, Names.numericOnly(cursor), null, cursor.rangeFrom(start));
    }
}
