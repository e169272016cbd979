package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a formatted SQL changelog whose changesets have delimiters of their own (Liquibase's documentation, "endDelimiter"):
 * where one ends a line, a semicolon is read, and blanks for the rest of it.
 */
final class LiquibaseDelimiters {
    private static final Pattern CHANGESET = Pattern.compile("(?im)^[ \\t]*--[ \\t]*changeset\\b(?<attributes>.*)$");
    private static final Pattern DELIMITER = Pattern.compile("(?i)\\bendDelimiter:(?<delimiter>\\S+)");

    private LiquibaseDelimiters() {}

    static SqlScript parse(SourceText text) {
        String source = text.text();
        StringBuilder plain = new StringBuilder(source);
        Matcher changesets = CHANGESET.matcher(source);
        int begin = 0;
        String delimiter = "";
        while (changesets.find()) {
            replace(delimiter, source, begin, changesets.start(), plain);
            begin = changesets.end();
            delimiter = delimiter(changesets.group("attributes"));
        }
        replace(delimiter, source, begin, source.length(), plain);
        if (plain.compareTo(new StringBuilder(source)) == 0) {
            return SqlParser.parse(text);
        }
        return SqlParser.parse(SourceText.of(plain.toString())).withSource(text);
    }

    /** Line ends around it, as in {@code endDelimiter:\\n/}, are there anyway. */
    private static String delimiter(String attributes) {
        Matcher delimiter = DELIMITER.matcher(attributes);
        return delimiter.find()
                ? delimiter.group("delimiter").replace("\\n", "").replace("\"", "")
                : "";
    }

    private static void replace(String delimiter, String source, int begin, int end, StringBuilder plain) {
        if (delimiter.isEmpty() || delimiter.equals(";")) {
            return;
        }
        Matcher ends = Pattern.compile("(?m)(?<!\\w)" + Pattern.quote(delimiter) + "(?=[ \\t\\r]*$)")
                .matcher(source)
                .region(begin, end);
        while (ends.find()) {
            plain.replace(ends.start(), ends.end(), ";" + " ".repeat(delimiter.length() - 1));
        }
    }
}
