package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.WithClause;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.function.Consumer;

/**
 * Reads the query of a directive. It reaches from the first quote to the last one, so that neither kind of quote has to be
 * doubled inside it.
 */
final class ValidationQueryReader {
    static final String FORM = "query \"SELECT count(*) = 0 FROM public.users WHERE email IS NULL\"";

    private ValidationQueryReader() {}

    /**
     * Returns the query between the quotes from {@code from} to {@code to}.
     *
     * @param problems is told of the first thing that is wrong with it, and has to throw
     */
    static ValidationQuery read(
            SourceText text, int from, int to, SourceRange comment, Consumer<DirectiveProblem> problems) {
        int start = from;
        while (start < to && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = to;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end - start < 2 || "\"'".indexOf(text.charAt(start)) < 0 || text.charAt(start) != text.charAt(end - 1)) {
            problems.accept(new DirectiveProblem(
                    "The query of this directive is not in quotes.", "Write `" + FORM + "`.", comment));
        }
        SourceRange range = new SourceRange(start + 1, end - 1);
        String sql = text.substring(range.start(), range.end());
        check(SqlParser.parse(SourceText.of(sql)), range, problems);
        return new ValidationQuery(sql, range);
    }

    private static void check(SqlScript script, SourceRange range, Consumer<DirectiveProblem> problems) {
        if (!script.errors().isEmpty()) {
            SyntaxError error = script.errors().get(0);
            problems.accept(new DirectiveProblem(
                    "The query of this directive cannot be parsed: " + error.message() + ".",
                    "Correct the query.",
                    new SourceRange(
                            range.start() + error.range().start(),
                            range.start() + error.range().end())));
        }
        if (script.statements().size() != 1 || !script.metaCommands().isEmpty()) {
            problems.accept(new DirectiveProblem(
                    "A directive takes one query, and this is not one statement.",
                    "Write a directive for each query.",
                    range));
        } else if (!isOnlyRead(script.statements().get(0))) {
            problems.accept(new DirectiveProblem(
                    "A directive only asks, and this statement does more.",
                    "Write a SELECT that returns true.",
                    range));
        }
    }

    /** WITH changes rows only at the top of a statement (manual, 7.8.4 "Data-Modifying Statements in WITH"). */
    private static boolean isOnlyRead(Statement statement) {
        if (!(statement instanceof SelectStatement query)) {
            return false;
        }
        WithClause with = query.options().with();
        return !(query instanceof SelectStatement.Select select && select.into() != null)
                && (with == null
                        || with.tables().stream().allMatch(table -> table.statement() instanceof SelectStatement));
    }
}
