package dev.pgmigrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxError;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import dev.pgmigrate.sql.plpgsql.PlpgsqlParser;
import java.util.List;

/** What holds for every text, however damaged. */
final class ParserLaws {
    private ParserLaws() {}

    /** Parses {@code text} as a script, and each string in it as a body of both languages. */
    static void check(String text) {
        SourceText source = SourceText.of(text);
        SqlScript script = SqlParser.parse(source);
        assertThat(SqlParser.parse(source).statements()).isEqualTo(script.statements());
        int end = 0;
        for (Statement statement : script.statements()) {
            requireInside(statement.range(), new SourceRange(end, text.length()));
            end = statement.range().end();
            assertThat(statement.toString()).isNotNull();
        }
        requireInside(script.errors(), text);
        Tokens tokens = Lexer.scan(text, new SourceRange(0, text.length()));
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.kind(token) == Token.SCONST) {
                checkBodies(source, tokens.range(token));
            }
        }
    }

    private static void checkBodies(SourceText source, SourceRange literal) {
        PlpgsqlBody body = PlpgsqlParser.parse(source, literal);
        body.walk().forEach(statement -> {
            requireInside(statement.range(), literal);
            assertThat(statement.toString()).isNotNull();
        });
        body.sql().forEach(statement -> requireInside(statement.range(), literal));
        requireInside(body.errors(), source.text());
        PlpgsqlParser.parseSql(source, literal)
                .statements()
                .forEach(statement -> requireInside(statement.range(), literal));
    }

    private static void requireInside(List<SyntaxError> errors, String text) {
        for (SyntaxError error : errors) {
            requireInside(error.range(), new SourceRange(0, text.length()));
            assertThat(error.message()).isNotBlank();
        }
    }

    private static void requireInside(SourceRange range, SourceRange outer) {
        assertThat(range.start()).isBetween(outer.start(), outer.end());
        assertThat(range.end()).isBetween(range.start(), outer.end());
    }
}
