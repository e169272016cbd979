package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.NearestNames;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The suppressions of one file: binds them, applies them, and judges them in turn. */
final class Suppressions {
    private final SqlFile file;
    private final List<Suppression> all = new ArrayList<>();

    Suppressions(SqlFile file, List<Step> steps) {
        this.file = file;
        int end = file.source().text().length();
        file.directives().all().forEach(directive -> {
            if (directive instanceof Directive.IgnoreFile ignore) {
                all.add(new Suppression(ignore, new SourceRange(0, end)));
            } else if (directive instanceof Directive.Ignore ignore) {
                all.add(new Suppression(ignore, next(ignore.range(), steps)));
            }
        });
    }

    /** Returns these and those of another section of the same file. */
    Suppressions and(Suppressions other) {
        all.addAll(other.all);
        return this;
    }

    /** Returns the statement that follows the comment; the one around it where the comment is its last part. */
    private SourceRange next(SourceRange comment, List<Step> steps) {
        Stream<SourceRange> statements =
                steps.stream().map(step -> step.statement().range());
        Stream<SourceRange> errors = file.script().errors().stream().map(SyntaxError::range);
        List<SourceRange> ranges = Stream.concat(statements, errors).toList();
        SourceRange next = null;
        SourceRange around = null;
        for (SourceRange range : ranges) {
            if (range.start() >= comment.end() && (next == null || range.start() < next.start())) {
                next = range;
            }
            if (range.contains(comment.start()) && (around == null || range.length() < around.length())) {
                around = range;
            }
        }
        if (around != null && (next == null || next.start() >= around.end())) {
            return around;
        }
        return next != null ? widest(next, ranges) : SourceRange.at(comment.end());
    }

    /** Of the statements that begin here, a {@code DO} and what it holds, takes the outermost. */
    private static SourceRange widest(SourceRange range, List<SourceRange> ranges) {
        SourceRange widest = range;
        for (SourceRange other : ranges) {
            if (other.start() == range.start() && other.end() > widest.end()) {
                widest = other;
            }
        }
        return widest;
    }

    /** Returns the suppression that silences a finding, if there is one that is still in force. */
    Optional<Suppression> silencing(Rule rule, SourceRange range, LocalDate today) {
        Suppression found = null;
        for (Suppression suppression : all) {
            if (!isExpired(suppression.directive(), today) && suppression.silences(rule, range) && found == null) {
                found = suppression;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Reports what is wrong with the suppressions themselves, after all findings have been through them. */
    void judge(List<Rule> known, List<Rule> active, LocalDate today, Reporters reporters) {
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
                                        + directive.until().orElse(today),
                                "Mend what it hid, or give it a later until=.");
            }
        }
    }

    private void judge(
            Directive.RuleReference reference,
            Suppression suppression,
            List<Rule> known,
            List<Rule> active,
            LocalDate today,
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

    private static boolean isExpired(Directive.Suppression directive, LocalDate today) {
        return directive.until().filter(until -> until.isBefore(today)).isPresent();
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
