package dev.pgmigrate.lint;

import java.util.List;

/**
 * One thing that the linter looks for: in a statement ({@link StatementRule}), in a file ({@link FileRule}), or in the
 * end state of all files ({@link FolderRule}). A rule is stateless, because files are checked on several threads at once,
 * and independent of other rules.
 *
 * <p>Its id comes from the class name; its page is {@code lint/rules/<id>.md}; its fixtures are beside the tests.
 * Questions that several rules ask belong to {@link LintContext} or to the replayed schema, not to another rule.
 */
public abstract sealed class Rule permits StatementRule, FileRule, FolderRule, EngineRule {
    private final RuleId id;
    private final Facts facts;

    Rule(Facts facts) {
        this.id = RuleId.of(getClass());
        this.facts = facts;
    }

    Rule(RuleId id, Facts facts) {
        this.id = id;
        this.facts = facts;
    }

    public final RuleId id() {
        return id;
    }

    final Facts facts() {
        return facts;
    }

    /** Returns the default severity; {@link Severity#OFF} for an opt-in rule. */
    public final Severity severity() {
        return facts.severity();
    }

    /** Returns the default severity in {@code flavour}, which is never {@link Flavour#AUTO}. */
    public final Severity severity(Flavour flavour) {
        return flavour == Flavour.SUPABASE ? facts.supabase() : facts.severity();
    }

    public final Category category() {
        return facts.category();
    }

    /** Returns the first version of this tool that has the rule. */
    public final String since() {
        return facts.since();
    }

    /** Returns whether at least some of its findings carry a {@link Fix}. */
    public final boolean fixable() {
        return facts.fixable();
    }

    /** Returns whether it also checks rollback files, whose purpose is to drop things. */
    public final boolean judgesRollbacks() {
        return facts.rollbacks();
    }

    /** Returns what a project can configure beside its severity. */
    public final List<RuleOption> options() {
        return facts.options();
    }
}
