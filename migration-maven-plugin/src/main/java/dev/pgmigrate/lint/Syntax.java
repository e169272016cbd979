package dev.pgmigrate.lint;

import dev.pgmigrate.migration.DirectiveProblem;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Replay.FileReplay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reports what is not SQL in a file: placeholders of a template, syntax errors, comments that only look like directives.
 */
final class Syntax {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Za-z_][\\w.:@-]*}|\\{\\{[^\\n{}]*}}");

    /** The message of PostgreSQL 17 and later; older versions stop at VALUE. */
    private static final String ENUM_VALUE_REMOVAL = "dropping an enum value is not implemented";

    private Syntax() {}

    /**
     * Returns the errors inside bodies that the server raises when the file runs: without {@code check_function_bodies} it
     * takes the body of a function as it is (PostgreSQL manual, 19.11.1 "Statement Behavior").
     */
    static List<SyntaxError> raised(FileReplay replay) {
        if (replay.errors().isEmpty()) {
            return List.of();
        }
        List<SourceRange> unchecked = replay.steps().changes().stream()
                .filter(step -> step.statement() instanceof CreateFunction
                        && step.settings().isOff("check_function_bodies"))
                .map(step -> step.statement().range())
                .toList();
        return replay.errors().stream()
                .filter(error -> error.kind() != SyntaxError.Kind.REFUSED
                        || unchecked.stream()
                                .noneMatch(body -> body.contains(error.range().start())))
                .toList();
    }

    static void check(SqlFile file, List<SyntaxError> inBodies, Runner runner, Reporters reporters) {
        boolean broken = !file.script().errors().isEmpty() || !inBodies.isEmpty();
        Optional<SourceRange> placeholder = placeholder(file, broken);
        if (placeholder.isEmpty() && runner == Runner.FLYWAY) {
            placeholderInText(file).ifPresent(range -> reportReplacement(range, file, reporters));
        }
        if (placeholder.isPresent()) {
            String text = file.source().text(placeholder.get());
            reporters
                    .of(EngineRule.UNRESOLVED_PLACEHOLDER)
                    .report(
                            placeholder.get(),
                            "`" + text + "` is a placeholder of a template, not SQL; " + file.path()
                                    + " cannot be checked before it is filled in",
                            "Write the value, or lint the files that the template generates.");
        } else {
            Stream.concat(file.script().errors().stream(), inBodies.stream())
                    .filter(error -> runner != Runner.PSQL || !PsqlSyntax.takes(error, file))
                    .forEach(error -> report(error, file, reporters));
        }
        for (DirectiveProblem problem : file.directives().problems()) {
            reporters
                    .of(EngineRule.INVALID_DIRECTIVE)
                    .report(problem.range(), withoutFullStop(problem.message()), problem.advice());
        }
    }

    /** Flyway looks for them in strings and bodies too (its documentation, "Placeholder Replacement"). */
    private static void reportReplacement(SourceRange range, SqlFile file, Reporters reporters) {
        reporters
                .of(EngineRule.UNRESOLVED_PLACEHOLDER)
                .report(
                        range,
                        "Flyway puts a value in the place of `" + file.source().text(range)
                                + "`, and stops where it has none",
                        "Configure the placeholder, or set placeholderReplacement=false in the file's .conf.")
                .atMost(Severity.WARNING);
    }

    private static Optional<SourceRange> placeholderInText(SqlFile file) {
        SourceText text = file.source();
        Matcher matcher = PLACEHOLDER.matcher(text.characters());
        while (text.indexOf('{', 0) >= 0 && matcher.find()) {
            int start = matcher.start();
            if (text.charAt(start) == '$'
                    && file.script().comments().stream().noneMatch(comment -> comment.contains(start))) {
                return Optional.of(new SourceRange(start, matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static void report(SyntaxError error, SqlFile file, Reporters reporters) {
        if (error.kind() == SyntaxError.Kind.DEFECT) {
            reporters.of(EngineRule.INTERNAL_ERROR).report(error.range(), error.message(), Reporters.REPORT_IT);
        } else if (error.kind() == SyntaxError.Kind.TOO_LONG) {
            reporters.of(EngineRule.UNREADABLE_FILE).report(error.range(), error.message(), SyntaxError.IF_TOO_LONG);
        } else if (error.message().equals(ENUM_VALUE_REMOVAL)) {
            reporters
                    .of(EngineRule.ENUM_VALUE_REMOVAL)
                    .report(
                            error.range(),
                            "PostgreSQL cannot remove a value from an enum: `"
                                    + file.source()
                                            .line(file.source()
                                                    .position(error.range().start())
                                                    .line())
                                            .strip()
                                    + "` is refused by every version",
                            "Rename the type, create it again without the value, convert each column to it with USING,"
                                    + " and drop the renamed type.");
        } else {
            reporters
                    .of(EngineRule.SYNTAX_ERROR)
                    .report(error.range(), error.message(), "Correct it: PostgreSQL refuses the statement.");
        }
    }

    static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /**
     * Returns the first placeholder of a file that does not parse, or one inside a quoted identifier. One in a string or
     * a comment of a file that parses is data.
     */
    private static Optional<SourceRange> placeholder(SqlFile file, boolean broken) {
        SourceText text = file.source();
        if (text.indexOf('{', 0) < 0) {
            return Optional.empty();
        }
        List<SourceRange> comments = file.script().comments();
        Matcher matcher = PLACEHOLDER.matcher(text.characters());
        while (matcher.find()) {
            int start = matcher.start();
            boolean quoted = start > 0 && text.charAt(start - 1) == '"' && text.startsWith("\"", matcher.end());
            if ((broken || quoted) && comments.stream().noneMatch(comment -> comment.contains(start))) {
                return Optional.of(new SourceRange(start, matcher.end()));
            }
        }
        return Optional.empty();
    }
}
