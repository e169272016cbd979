package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SQL with psql's variables in it (psql's manual page, "SQL Interpolation"). What a variable holds is not known, so in
 * the place of each stands something of the same length: a parameter, of which no rule assumes a value, or the name of the
 * variable where only a name or a string can stand.
 */
final class PsqlVariables {
    /**
     * What psql reads as a whole comes first, so that a variable is never found inside it. A quotation mark is written as
     * {@code \\x22}: Maven's reader of the sources, which makes the plugin's descriptor, takes one here for the end of a string.
     */
    private static final Pattern VARIABLE = Pattern.compile("""
            --[^\\n]*|/\\*.*?\\*/|\\b[eE]'(?:[^'\\\\]++|\\\\.)*+'|'[^']*'|\\x22[^\\x22]*\\x22\\
            |(?<tag>\\$(?:[A-Za-z_]\\w*)?\\$).*?\\k<tag>|::|\\[[^\\]]*\\]|:=\\
            |:(?<name>[A-Za-z_]\\w*|'\\w+'|\\x22\\w+\\x22)""", Pattern.DOTALL);

    private PsqlVariables() {}

    /** Parses {@code text} as it is, and again where its errors may come from variables. */
    static SqlScript parse(SourceText text) {
        SqlScript plain = SqlParser.parse(text);
        if (plain.errors().isEmpty()) {
            return plain;
        }
        String values = replaced(text.text(), 0, text.text().length(), true);
        if (values.equals(text.text())) {
            return plain;
        }
        SqlScript read = SqlParser.parse(SourceText.of(values));
        if (!read.errors().isEmpty()) {
            read = SqlParser.parse(SourceText.of(withNames(text.text(), values, read.errors())));
        }
        return read.withSource(text);
    }

    /** Puts names in the place of the variables in the lines around each error. */
    private static String withNames(String text, String values, List<SyntaxError> errors) {
        StringBuilder mixed = new StringBuilder(values);
        for (SyntaxError error : errors) {
            int start = values.lastIndexOf(';', Math.max(0, error.range().start() - 1)) + 1;
            int semicolon = values.indexOf(';', error.range().start());
            int end = semicolon < 0 ? values.length() : semicolon;
            mixed.replace(start, end, replaced(text, start, end, false).substring(start, end));
        }
        return mixed.toString();
    }

    private static String replaced(String text, int from, int to, boolean byParameter) {
        StringBuilder replaced = new StringBuilder(text);
        Matcher matcher = VARIABLE.matcher(text).region(from, to);
        while (matcher.find()) {
            String name = matcher.group("name");
            if (name != null) {
                replaced.replace(matcher.start(), matcher.end(), instead(name, byParameter));
            }
        }
        return replaced.toString();
    }

    /** Returns text as long as the variable with its colon. */
    private static String instead(String name, boolean byParameter) {
        if (name.startsWith("\"")) {
            return " " + name;
        }
        if (byParameter) {
            return "$1" + " ".repeat(name.length() - 1);
        }
        return name.startsWith("'") ? " " + name : "_" + name;
    }
}
