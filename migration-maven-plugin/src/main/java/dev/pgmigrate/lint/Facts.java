package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import java.util.List;
import java.util.Set;

/**
 * What a rule says of itself, written where it is constructed:
 * {@code Facts.error(Category.LOCK).fixable().since("0.1")}.
 *
 * @param severity without configuration; {@link Severity#OFF} for a rule that people have to ask for
 * @param supabase the severity without configuration in a Supabase project
 * @param fixable whether at least some of its findings carry a {@link Fix}
 * @param rollbacks whether it also judges rollback files, where dropping is the purpose
 * @param places the places whose statements it judges; statements of function bodies do not run with the migration
 * @param options what a project can tell it beside its severity
 * @param since the version of this tool that has the rule first
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

    /** Begins the facts of a rule that people have to ask for. */
    public static Builder off(Category category) {
        return new Builder(category, Severity.OFF);
    }

    /** Facts that do not say yet since when they hold, and so are no rule's. */
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

        /** Says what the rule weighs in a Supabase project, where that differs. */
        public Builder inSupabase(Severity weight) {
            supabase = weight;
            return this;
        }

        /** Says that at least some of the findings carry a {@link Fix}. */
        public Builder fixable() {
            fixable = true;
            return this;
        }

        /** Says that rollback files are judged as well. */
        public Builder alsoInRollbacks() {
            rollbacks = true;
            return this;
        }

        /** Says where the statements stand that are judged, if not in the file and in its {@code DO} blocks. */
        public Builder at(Set<Place> judged) {
            places = judged;
            return this;
        }

        /** Names what a project can tell the rule beside its severity; the rule's own name stands for the first. */
        public Builder options(RuleOption... known) {
            return options(List.of(known));
        }

        /** Names what a project can tell the rule; see {@link #options(RuleOption...)}. */
        public Builder options(List<RuleOption> known) {
            options = known;
            return this;
        }

        /** Ends the facts with the version of this tool that has the rule first. */
        public Facts since(String version) {
            return new Facts(category, severity, supabase, fixable, rollbacks, places, options, version);
        }
    }
}
