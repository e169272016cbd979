package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.SettingStatement;

/** Edits of whole statements, including their semicolons and lines. */
public final class StatementEdits {
    private StatementEdits() {}

    /** Returns the index after the semicolon of {@code statement}, or its end if none follows. */
    public static int end(Node statement, SqlFile file) {
        SourceText text = file.source();
        int index = statement.range().end();
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
        return index < text.length() && text.charAt(index) == ';'
                ? index + 1
                : statement.range().end();
    }

    public static boolean hasSemicolon(Node statement, SqlFile file) {
        return end(statement, file) > statement.range().end();
    }

    /** Removes {@code statement}, and its line if nothing else is on it. */
    public static TextEdit delete(Node statement, SqlFile file) {
        SourceText text = file.source();
        int start = statement.range().start();
        int end = end(statement, file);
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = text.indexOf('\n', end) < 0 ? text.length() : text.indexOf('\n', end) + 1;
        boolean alone = text.substring(lineStart, start).isBlank()
                && text.substring(end, lineEnd).isBlank();
        return TextEdit.delete(alone ? new SourceRange(lineStart, lineEnd) : new SourceRange(start, end));
    }

    /** Inserts {@code sql} on a line of its own after {@code statement} and a comment at the end of its line, indented like it. */
    public static TextEdit append(Node statement, SqlFile file, String sql) {
        SourceText text = file.source();
        String line = "\n" + indentation(text, statement.range().start()) + sql;
        if (!hasSemicolon(statement, file)) {
            return TextEdit.insert(statement.range().end(), ";" + line);
        }
        int end = end(statement, file);
        int feed = text.indexOf('\n', end) < 0 ? text.length() : text.indexOf('\n', end);
        int lineEnd = feed > end && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
        String rest = text.substring(end, lineEnd).strip();
        return TextEdit.insert(rest.isEmpty() || rest.startsWith("--") ? lineEnd : end, line);
    }

    private static String indentation(SourceText text, int start) {
        String before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
        return before.isBlank() ? before : "";
    }

    /** Inserts {@code IF EXISTS} into a {@code DROP}, after {@code CONCURRENTLY} if present. */
    public static Fix ifExists(DropStatement drop) {
        return drop instanceof DropStatement.Drop index && index.concurrently()
                ? Fix.insert(drop.objects().get(0).range().start(), "IF EXISTS ")
                : Fix.insert(drop.keyword().end(), " IF EXISTS");
    }

    /** Makes a session-wide {@code SET} end with the transaction. */
    public static Fix setLocal(SettingStatement.SetStatement set) {
        return Fix.replace(
                new SourceRange(set.range().start(), set.change().range().start()), "SET LOCAL ");
    }
}
