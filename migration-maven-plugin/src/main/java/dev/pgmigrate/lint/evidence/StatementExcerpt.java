package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.ast.Statement;

/** Shows a statement in a message: on one line, and shortened if it is long. */
public final class StatementExcerpt {
    private static final int LONGEST = 60;

    private StatementExcerpt() {}

    public static String of(Statement statement, SqlFile file) {
        String text = file.source().text(statement.range()).strip().replaceAll("\\s+", " ");
        if (text.length() > LONGEST) {
            text = text.substring(
                            0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))))
                    + "…";
        }
        return "`" + text + "`";
    }
}
