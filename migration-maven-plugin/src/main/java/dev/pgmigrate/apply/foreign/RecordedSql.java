package dev.pgmigrate.apply.foreign;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a file with the SQL that a history recorded for it. Comments, spaces, line endings and the semicolons between
 * statements, which tools drop, make no difference.
 */
final class RecordedSql {
    private RecordedSql() {}

    /** Returns where the file begins to differ; empty if it says what was recorded. */
    static Optional<SourceRange> difference(Migration file, List<String> recorded) {
        List<String> expected = new ArrayList<>();
        for (String statement : recorded) {
            Tokens tokens = scan(statement);
            for (int i = 0; i < tokens.size(); i++) {
                if (isSaid(tokens, i)) {
                    expected.add(word(tokens, i));
                }
            }
        }
        int next = 0;
        Tokens tokens = scan(file.script().source().text());
        for (int i = 0; i < tokens.size(); i++) {
            if (!isSaid(tokens, i)) {
                continue;
            }
            if (next == expected.size() || !expected.get(next).equals(word(tokens, i))) {
                return Optional.of(tokens.range(i));
            }
            next++;
        }
        int end = file.source().length();
        return next < expected.size() ? Optional.of(SourceRange.at(end)) : Optional.empty();
    }

    private static Tokens scan(String sql) {
        return Lexer.scan(sql, new SourceRange(0, sql.length()));
    }

    private static boolean isSaid(Tokens tokens, int token) {
        return tokens.kind(token) != ';';
    }

    private static String word(Tokens tokens, int token) {
        return tokens.written(token).replace("\r\n", "\n");
    }
}
