package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import java.util.List;
import java.util.Set;

/**
 * The facts about a rule, stated in its constructor: {@code Facts.error(Category.LOCK).fixable().since("0.1")}.
 *
 * @param severity the default severity; {@link Severity#OFF} for a rule that is opt-in
 * @param supabase the default severity in a Supabase project
 * @param fixable whether at least some of its findings carry a {@link Fix}
 * @param rollbacks whether it also checks rollback files, whose purpose is to drop things
 * @param places the places whose statements it checks; statements of function bodies do not run with the migration
 * @param options what a project can configure beside its severity
 * @param since the first version of this tool that has the rule
 */
public record Facts(
        Category category,
        Severity severity,
        Severity supabase,
        boolean fixable,
        boolean rollbacks,
        Set<Place> places,
        List<RuleOption> options,
        String since) {

    public static Builder error(Category category) {
        return new Builder(category, Severity.ERROR);
    }

    public static Builder warning(Category category) {
        return new Builder(category, Severity.WARNING);
    }

    public static Builder info(Category category) {
        return new Builder(category, Severity.INFO);
    }

    /** Begins the facts of an opt-in rule. */
    public static Builder off(Category category) {
        return new Builder(category, Severity.OFF);
    }

    /** Facts that still lack the version that introduced the rule. */
    public static final class Builder {
        private final Category category;
        private final Severity severity;
        private Severity supabase;
        private boolean fixable;
        private boolean rollbacks;
        private Set<Place> places = Place.RUN_WITH_THE_MIGRATION;
        private List<RuleOption> options = List.of();

        private Builder(Category category, Severity severity) {
            this.category = category;
            this.severity = severity;
            this.supabase = severity;
        }

        /** Sets the default severity in a Supabase project, if it differs. */
        public Builder inSupabase(Severity weight) {
            supabase = weight;
            return this;
        }

        /** Says that at least some of the findings carry a {@link Fix}. */
        public Builder fixable() {
            fixable = true;
            return this;
        }

        /** Says that rollback files are checked as well. */
        public Builder alsoInRollbacks() {
            rollbacks = true;
            return this;
        }

        /** Sets the places whose statements are checked, if not the file and its {@code DO} blocks. */
        public Builder at(Set<Place> judged) {
            places = judged;
            return this;
        }

        /** Lists what a project can configure beside the severity; the rule's own name stands for the first option. */
        public Builder options(RuleOption... known) {
            return options(List.of(known));
        }

        /** Lists what a project can configure; see {@link #options(RuleOption...)}. */
        public Builder options(List<RuleOption> known) {
            options = known;
            return this;
        }

        /** Completes the facts with the first version of this tool that has the rule. */
        public Facts since(String version) {
            return new Facts(category, severity, supabase, fixable, rollbacks, places, options, version);
        }
    }
}
