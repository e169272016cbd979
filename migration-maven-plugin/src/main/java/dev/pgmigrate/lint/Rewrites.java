package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Optional;

/** The fixes that many rules offer. */
final class Rewrites {
    private Rewrites() {}

    static Optional<Fix> before(LintContext context, String statement) {
        if (context.place() != Place.FILE) {
            return Optional.empty();
        }
        int start = context.statement().range().start();
        return Optional.of(Fix.insert(start, statement + "\n" + indentation(context, start)));
    }

    static Optional<Fix> guard(LintContext context, String condition, Statement statement) {
        return within(context, "", statement, " EXCEPTION WHEN " + condition + " THEN NULL;");
    }

    static Optional<Fix> onlyIf(LintContext context, String condition, Statement statement) {
        return within(context, "IF " + condition + " THEN ", statement, " END IF;");
    }

    private static Optional<Fix> within(LintContext context, String before, Statement statement, String after) {
        if (context.place() != Place.FILE) {
            return Optional.empty();
        }
        SourceRange range = statement.range();
        String tag = freeTag(before + context.text(range));
        return Optional.of(Fix.of(
                TextEdit.insert(range.start(), "DO " + tag + " BEGIN " + before),
                TextEdit.insert(range.end(), ";" + after + " END " + tag)));
    }

    private static String freeTag(String text) {
        String tag = "$$";
        for (int i = 0; text.contains(tag); i++) {
            tag = "$guard" + (i == 0 ? "" : i) + "$";
        }
        return tag;
    }

    /** The indentation of the statement, so that what is inserted before it lines up. */
    private static String indentation(LintContext context, int start) {
        SourceText text = context.sql().source();
        int line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
        String before = text.substring(line, start);
        return before.isBlank() ? before : "";
    }
}
