package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.NearestNames;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The suppressions of one file: binds them, applies them, and checks them in turn. */
final class Suppressions {
    private final SqlFile file;
    private final List<Suppression> all = new ArrayList<>();
    private @Nullable Stretches<Suppression> places;

    Suppressions(SqlFile file, List<Step> steps) {
        this.file = file;
        int end = file.source().length();
        file.directives()
                .of(Directive.IgnoreFile.class)
                .forEach(ignore -> all.add(new Suppression(ignore, new SourceRange(0, end))));
        List<Directive.Ignore> single =
                file.directives().of(Directive.Ignore.class).toList();
        if (!single.isEmpty()) {
            SuppressionBounds bounds = new SuppressionBounds(file, steps);
            single.forEach(ignore -> all.add(new Suppression(ignore, bounds.of(ignore.range()))));
        }
    }

    /** Returns these and those of another section of the same file. */
    Suppressions and(Suppressions other) {
        all.addAll(other.all);
        places = null;
        return this;
    }

    /** Returns the suppression that covers a finding, if there is one that is still in force. */
    Optional<Suppression> silencing(Rule rule, SourceRange range, Supplier<LocalDate> today) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Stretches<Suppression> known = places;
        if (known == null) {
            known = new Stretches<>(all, Suppression::bound);
            places = known;
        }
        Suppression found = null;
        for (Suppression suppression : known.around(range.start())) {
            if (!isExpired(suppression.directive(), today) && suppression.silences(rule, range) && found == null) {
                found = suppression;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * Reports problems of the suppressions themselves, after they were applied to all findings.
     *
     * @param history whether the file may no longer change, so that deletions are not suggested
     */
    void judge(List<Rule> known, List<Rule> active, boolean history, Supplier<LocalDate> today, Reporters reporters) {
        for (Suppression suppression : all) {
            Directive.Suppression directive = suppression.directive();
            for (Directive.RuleReference reference : directive.rules()) {
                judge(reference, suppression, known, history ? List.of() : active, today, reporters);
            }
            if (!directive.squawk() && directive.reason().isEmpty()) {
                reporters
                        .of(EngineRule.SUPPRESSION_WITHOUT_REASON)
                        .report(
                                file,
                                directive.range(),
                                "The suppression of " + names(directive) + " says no reason",
                                "Write why it is acceptable here: reason=\"…\".");
            }
            if (isExpired(directive, today)) {
                reporters
                        .of(EngineRule.EXPIRED_SUPPRESSION)
                        .report(
                                file,
                                directive.range(),
                                "The suppression of " + names(directive) + " ended on "
                                        + directive.until().orElseThrow(),
                                "Fix what it hides, or give it a later until=.");
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
        return String.join(
                ", ",
                directive.rules().stream()
                        .map(reference -> "`" + reference.rule() + "`")
                        .toList());
    }
}
