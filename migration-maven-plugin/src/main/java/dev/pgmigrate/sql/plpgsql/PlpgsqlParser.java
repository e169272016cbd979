package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.lexer.StringContent;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.List;

/**
 * Parses the bodies of routines, which for SQL are strings. All ranges are places in the file.
 *
 * <p>Never throws: what is wrong with a body is part of the result.
 */
public final class PlpgsqlParser {
    private PlpgsqlParser() {}

    /**
     * Parses a body in PL/pgSQL.
     *
     * @param literal where the string constant stands in {@code source}, its quotes included
     */
    public static PlpgsqlBody parse(SourceText source, SourceRange literal) {
        try {
            Tokens tokens = StringContent.scan(source, literal);
            BodyParser parser = new BodyParser(tokens);
            PlBlock block = parser.parse();
            return new PlpgsqlBody(block, parser.errors(), tokens.comments());
        } catch (RuntimeException | StackOverflowError e) {
            return new PlpgsqlBody(null, List.of(SyntaxError.of(e, literal)), List.of());
        }
    }

    /** Parses a body of {@code LANGUAGE sql}, which is a script of its own. */
    public static SqlScript parseSql(SourceText source, SourceRange literal) {
        try {
            return SqlParser.parse(source, StringContent.scan(source, literal));
        } catch (RuntimeException | StackOverflowError e) {
            return SqlParser.unread(source, SyntaxError.of(e, literal));
        }
    }
}
