package dev.pgmigrate.lint;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Liquibase cuts out of a text before the server reads it: the {@code endDelimiter} of a changeset (its documentation). */
final class LiquibaseSyntax {
    private static final Pattern DELIMITER =
            Pattern.compile("(?im)^[ \\t]*--[ \\t]*changeset[^\\n]*\\bendDelimiter:(?<delimiter>\\S+)");

    private LiquibaseSyntax() {}

    /** Tells whether the error stands at a delimiter of the file. */
    static boolean takes(SyntaxError error, SqlFile file) {
        String text = file.source().text();
        Matcher header = DELIMITER.matcher(text);
        while (header.find()) {
            String delimiter = header.group("delimiter").replace("\\n", "").replace("\"", "");
            if (!delimiter.isEmpty()
                    && header.end() <= error.range().start()
                    && text.startsWith(delimiter, error.range().start())) {
                return true;
            }
        }
        return false;
    }
}
