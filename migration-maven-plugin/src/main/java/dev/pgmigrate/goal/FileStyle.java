package dev.pgmigrate.goal;

import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what a rule adds, which has its keywords in upper case and plain line feeds, as the file around it is written. */
final class FileStyle {
    /** Strings and quoted names stay as they are; what else is all in capitals is a keyword, or a name that has no case. */
    private static final Pattern PART = Pattern.compile("'[^']*'|\"[^\"]*\"|\\b[A-Z][A-Z_]+\\b");

    private final boolean lower;
    private final String lineEnd;

    private FileStyle(boolean lower, String lineEnd) {
        this.lower = lower;
        this.lineEnd = lineEnd;
    }

    /** Returns the case in which most statements of {@code file} begin, upper case where there are none, and its line ends. */
    static FileStyle of(SqlFile file) {
        String text = file.source().text();
        int balance = 0;
        for (Statement statement : file.script().statements()) {
            balance += Character.isLowerCase(text.charAt(statement.range().start())) ? 1 : -1;
        }
        return new FileStyle(balance > 0, text.contains("\r\n") ? "\r\n" : "\n");
    }

    TextEdit written(TextEdit edit) {
        return new TextEdit(edit.range(), cased(edit.replacement()).replaceAll("\r?\n", lineEnd));
    }

    /** Returns {@code sql} with its keywords in the case of the file. */
    String cased(String sql) {
        return lower ? PART.matcher(sql).replaceAll(FileStyle::lowered) : sql;
    }

    private static String lowered(MatchResult part) {
        String text = part.group();
        boolean quoted = text.startsWith("'") || text.startsWith("\"");
        return Matcher.quoteReplacement(quoted ? text : text.toLowerCase(Locale.ROOT));
    }
}
