package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.replay.Collisions;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** Tells what a condition in a {@code DO} block lets through when the file runs for the first time. */
final class FirstRun {
    private static final Pattern MISSING =
            Pattern.compile("\\bnot\\s+exists\\b|\\bis\\s+null\\b|\\bnot\\s+found\\b", Pattern.CASE_INSENSITIVE);

    private FirstRun() {}

    /** Tells whether the condition asks if that is missing which the statement makes, and which no file has made so far. */
    static boolean reaches(LintContext context) {
        Statement outer = context.step().outer();
        List<Collision> made = Collisions.of(context.statement(), context.secondRun());
        if (outer == null
                || made.isEmpty()
                || !Collisions.of(context.statement(), context.schema()).isEmpty()) {
            return false;
        }
        String before = context.text(new SourceRange(
                outer.range().start(), context.statement().range().start()));
        return MISSING.matcher(before).find()
                && made.stream()
                        .anyMatch(one -> before.contains("'" + name(one, context) + "'")
                                || before.contains("." + name(one, context) + "'"));
    }

    private static String name(Collision made, LintContext context) {
        return context.text(made.at()).replace("\"", "");
    }
}
