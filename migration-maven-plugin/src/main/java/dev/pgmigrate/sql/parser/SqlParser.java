package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses SQL as PostgreSQL 18 does, and goes on behind an error at the next semicolon.
 *
 * <p>Never throws: what is wrong with a text is part of the result.
 */
public final class SqlParser {
    private SqlParser() {}

    public static SqlScript parse(SourceText source) {
        return parse(source, new SourceRange(0, source.text().length()));
    }

    /** Parses a part of a text, such as a function's body; all ranges are those of the whole. */
    public static SqlScript parse(SourceText source, SourceRange part) {
        try {
            return parse(source, Lexer.scan(source.text(), part));
        } catch (RuntimeException | StackOverflowError e) {
            return unread(source, SyntaxError.of(e, part));
        }
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
        Cursor cursor = new Cursor(tokens);
        while (skipToStatement(cursor)) {
            cursor.beginStatement();
            int first = cursor.index();
            try {
                Statement statement = StatementParser.statement(cursor);
                if (!cursor.at(';') && !cursor.at(Token.EOF)) {
                    throw cursor.syntaxError();
                }
                statements.add(statement);
                WordFeatures.find(tokens, first, cursor.index(), newerWords);
            } catch (SyntaxException e) {
                errors.add(e.error());
                skipRest(cursor);
            } catch (RuntimeException | StackOverflowError e) {
                skipRest(cursor);
                errors.add(SyntaxError.of(e, new SourceRange(tokens.start(first), cursor.previousEnd())));
            }
        }
        return new SqlScript(
                source, statements, errors, newerWords, tokens.comments(), tokens.metaCommands(), tokens.copyData());
    }

    private static boolean skipToStatement(Cursor cursor) {
        while (cursor.at(';') || cursor.at(Token.META_COMMAND)) {
            cursor.advance();
        }
        return !cursor.at(Token.EOF);
    }

    private static void skipRest(Cursor cursor) {
        cursor.surface();
        while (!cursor.at(';') && !cursor.at(Token.META_COMMAND) && !cursor.at(Token.EOF)) {
            cursor.advance();
        }
    }
}
