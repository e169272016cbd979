package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses SQL as PostgreSQL 18 does, and goes on behind an error at the next semicolon.
 *
 * <p>Never throws: what is wrong with a text is part of the result.
 */
public final class SqlParser {
    private static final int LARGE = 4 << 20;
    private static final int PIECE = 1 << 20;

    /** How many bytes of the heap there have to be for each character that is parsed at once. */
    private static final int ROOM = 80;

    private SqlParser() {}

    /** Parses a whole text; a large one in pieces, and the list of its statements reads those of rows again. */
    public static SqlScript parse(SourceText source) {
        SourceRange all = new SourceRange(0, source.length());
        try {
            return all.length() > LARGE
                    ? LargeScript.parse(source, PIECE, longest())
                    : parse(source, Lexer.scan(source, all));
        } catch (RuntimeException | StackOverflowError e) {
            return unread(source, SyntaxError.of(e, all));
        }
    }

    /** Returns how long a statement of a large text can be, whose tree takes many times its room. */
    private static int longest() {
        return (int) Math.max(
                2 * PIECE, Math.min(Integer.MAX_VALUE / 2, Runtime.getRuntime().maxMemory() / ROOM));
    }

    /** Returns what is known of a text whose tokens cannot be told apart. */
    public static SqlScript unread(SourceText source, SyntaxError error) {
        return new SqlScript(source, List.of(), List.of(error), List.of(), List.of(), List.of(), List.of());
    }

    /** Parses tokens that were made elsewhere, such as those of a body in a string with escapes. */
    public static SqlScript parse(SourceText source, Tokens tokens) {
        List<Statement> statements = new ArrayList<>();
        List<SyntaxError> errors = new ArrayList<>();
        List<SyntaxFeatures.Use> newerWords = new ArrayList<>();
        Statements parser = new Statements(tokens);
        while (parser.next()) {
            if (parser.errorOrNull() != null) {
                errors.add(parser.errorOrNull());
            } else if (parser.statementOrNull() != null) {
                statements.add(parser.statementOrNull());
                parser.addNewerWords(newerWords);
            }
        }
        return new SqlScript(
                source, statements, errors, newerWords, tokens.comments(), tokens.metaCommands(), tokens.copyData());
    }

    /** The statements of some tokens, one after the other. */
    static final class Statements {
        private final Tokens tokens;
        private final Cursor cursor;
        private int first;
        private @Nullable Statement statement;
        private @Nullable SyntaxError error;

        Statements(Tokens tokens) {
            this.tokens = tokens;
            this.cursor = new Cursor(tokens);
        }

        /** Parses the next statement; returns whether there is one, or an error in its place. */
        boolean next() {
            while (cursor.at(';') || cursor.at(Token.META_COMMAND)) {
                cursor.advance();
            }
            if (cursor.at(Token.EOF)) {
                return false;
            }
            cursor.beginStatement();
            first = cursor.index();
            statement = null;
            error = null;
            try {
                Statement parsed = StatementParser.statement(cursor);
                if (!cursor.at(';') && !cursor.at(Token.EOF)) {
                    throw cursor.syntaxError();
                }
                statement = parsed;
            } catch (SyntaxException e) {
                error = e.error();
                skipRest();
            } catch (RuntimeException | StackOverflowError e) {
                skipRest();
                error = SyntaxError.of(e, new SourceRange(start(), cursor.previousEnd()));
            }
            return true;
        }

        @Nullable
        Statement statementOrNull() {
            return statement;
        }

        @Nullable
        SyntaxError errorOrNull() {
            return error;
        }

        int start() {
            return tokens.start(first);
        }

        /** Returns whether more follows what ends the statement, so that it can be cut neither there nor before. */
        boolean isFollowed() {
            return !cursor.at(Token.EOF) && cursor.index() + 1 < tokens.size();
        }

        /** Returns where what ends the statement ends itself. */
        int end() {
            return tokens.end(Math.min(cursor.index(), tokens.size()));
        }

        /** Returns where the text goes on behind what ends the statement. */
        int nextStart() {
            return tokens.start(Math.min(cursor.index() + 1, tokens.size()));
        }

        void addNewerWords(List<SyntaxFeatures.Use> newerWords) {
            WordFeatures.find(tokens, first, cursor.index(), newerWords);
        }

        private void skipRest() {
            cursor.surface();
            while (!cursor.at(';') && !cursor.at(Token.META_COMMAND) && !cursor.at(Token.EOF)) {
                cursor.advance();
            }
        }
    }
}
