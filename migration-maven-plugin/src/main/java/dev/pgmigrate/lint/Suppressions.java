package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.NearestNames;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The suppressions of one file: binds them, applies them, and judges them in turn. */
final class Suppressions {
    private final SqlFile file;
    private final List<Suppression> all = new ArrayList<>();

    Suppressions(SqlFile file, List<Step> steps) {
        this.file = file;
        int end = file.source().text().length();
        file.directives()
                .of(Directive.IgnoreFile.class)
                .forEach(ignore -> all.add(new Suppression(ignore, new SourceRange(0, end))));
        List<Directive.Ignore> single =
                file.directives().of(Directive.Ignore.class).toList();
        if (!single.isEmpty()) {
            List<Bindable> statements = statements(file, steps);
            single.forEach(ignore -> all.add(new Suppression(ignore, next(ignore.range(), statements))));
        }
    }

    /** Returns these and those of another section of the same file. */
    Suppressions and(Suppressions other) {
        all.addAll(other.all);
        return this;
    }

    /** Returns what a suppression may bind to: the statements, those inside bodies, and what is no statement for its errors. */
    private static List<Bindable> statements(SqlFile file, List<Step> steps) {
        List<Bindable> found = new ArrayList<>();
        for (Step step : steps) {
            found.add(new Bindable(step.statement().range(), false));
            PlpgsqlBody body = step.body();
            if (body != null) {
                body.walk().map(Bindable::of).forEach(found::add);
            }
        }
        file.script().errors().forEach(error -> found.add(new Bindable(error.range(), false)));
        return found;
    }

    /** A part of a file; {@code block} for a compound statement of PL/pgSQL. */
    private record Bindable(SourceRange range, boolean block) {
        static Bindable of(PlStatement statement) {
            return new Bindable(statement.range(), !(statement instanceof PlStatement.Simple));
        }
    }

    /**
     * Returns the statement that follows the comment; the one around it where the comment is its last part. Behind the last
     * statement of a block it binds to nothing.
     */
    private static SourceRange next(SourceRange comment, List<Bindable> statements) {
        Bindable next = null;
        Bindable around = null;
        for (Bindable each : statements) {
            SourceRange range = each.range();
            if (range.start() >= comment.end()
                    && (next == null || range.start() < next.range().start())) {
                next = each;
            }
            if (range.contains(comment.start())
                    && (around == null || range.length() < around.range().length())) {
                around = each;
            }
        }
        if (around != null
                && (next == null || next.range().start() >= around.range().end())) {
            return around.block() ? SourceRange.at(comment.end()) : around.range();
        }
        return next != null ? widest(next.range(), statements) : SourceRange.at(comment.end());
    }

    /** Of the statements that begin here, a {@code DO} and what it holds, takes the outermost. */
    private static SourceRange widest(SourceRange range, List<Bindable> statements) {
        SourceRange widest = range;
        for (Bindable other : statements) {
            if (other.range().start() == range.start() && other.range().end() > widest.end()) {
                widest = other.range();
            }
        }
        return widest;
    }

    /** Returns the suppression that silences a finding, if there is one that is still in force. */
    Optional<Suppression> silencing(Rule rule, SourceRange range, Supplier<LocalDate> today) {
        Suppression found = null;
        for (Suppression suppression : all) {
            if (!isExpired(suppression.directive(), today) && suppression.silences(rule, range) && found == null) {
                found = suppression;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Reports what is wrong with the suppressions themselves, after all findings have been through them. */
    void judge(List<Rule> known, List<Rule> active, Supplier<LocalDate> today, Reporters reporters) {
        for (Suppression suppression : all) {
            Directive.Suppression directive = suppression.directive();
            for (Directive.RuleReference reference : directive.rules()) {
                judge(reference, suppression, known, active, today, reporters);
            }
            if (!directive.squawk()
                    && directive.reason().filter(text -> !text.isBlank()).isEmpty()) {
                reporters
                        .of(EngineRule.SUPPRESSION_WITHOUT_REASON)
                        .report(
                                file,
                                directive.range(),
                                "The suppression of " + names(directive) + " says no reason",
                                "Write why it is right here: reason=\"…\".");
            }
            if (isExpired(directive, today)) {
                reporters
                        .of(EngineRule.EXPIRED_SUPPRESSION)
                        .report(
                                file,
                                directive.range(),
                                "The suppression of " + names(directive) + " ended on "
                                        + directive.until().orElseGet(today),
                                "Mend what it hid, or give it a later until=.");
            }
        }
    }

    private void judge(
            Directive.RuleReference reference,
            Suppression suppression,
            List<Rule> known,
            List<Rule> active,
            Supplier<LocalDate> today,
            Reporters reporters) {
        String written = reference.rule();
        boolean exists = known.stream().anyMatch(rule -> Suppression.names(written, rule));
        boolean squawk = suppression.directive().squawk();
        if (!exists) {
            if (!squawk && !SquawkNames.contain(written)) {
                reporters
                        .of(EngineRule.UNKNOWN_SUPPRESSION)
                        .report(file, reference.range(), "There is no rule `" + written + "`", nearest(written, known));
            }
            return;
        }
        boolean judged = active.stream().anyMatch(rule -> Suppression.names(written, rule));
        if (judged && !squawk && !isExpired(suppression.directive(), today) && !suppression.usedAs(written, active)) {
            reporters
                    .of(EngineRule.UNUSED_SUPPRESSION)
                    .report(
                            file,
                            reference.range(),
                            "Nothing here is found by `" + written + "`, which this comment suppresses",
                            "Delete it.");
        }
    }

    private static String nearest(String written, List<Rule> known) {
        List<String> names = NearestNames.of(
                written, known.stream().map(rule -> rule.id().value()).toList());
        return names.isEmpty()
                ? "Look the rule up with migrate:explain."
                : "Write "
                        + String.join(
                                " or ",
                                names.stream().map(name -> "`" + name + "`").toList()) + ".";
    }

    private static boolean isExpired(Directive.Suppression directive, Supplier<LocalDate> today) {
        return directive.until().filter(until -> until.isBefore(today.get())).isPresent();
    }

    private static String names(Directive.Suppression directive) {
        return directive.rules().isEmpty()
                ? "all rules"
                : String.join(
                        ", ",
                        directive.rules().stream()
                                .map(reference -> "`" + reference.rule() + "`")
                                .toList());
    }
}
