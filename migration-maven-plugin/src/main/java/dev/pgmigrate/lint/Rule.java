package dev.pgmigrate.lint;

import java.util.List;

/**
 * One thing that the linter looks for: in a statement ({@link StatementRule}), in a file ({@link FileRule}), or in the end
 * state of all files ({@link FolderRule}). A rule is stateless, for files are judged on several threads at once, and it knows
 * no other rule.
 *
 * <p>Its id comes from the class name; its page is {@code lint/rules/<id>.md}; its fixtures are beside the tests. What
 * several rules ask is a question of {@link LintContext} or of the replayed schema, not of another rule.
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

    /** Returns the severity without configuration; {@link Severity#OFF} for a rule that people have to ask for. */
    public final Severity severity() {
        return facts.severity();
    }

    /** Returns the severity without configuration in {@code flavour}, which is never {@link Flavour#AUTO}. */
    public final Severity severity(Flavour flavour) {
        return flavour == Flavour.SUPABASE ? facts.supabase() : facts.severity();
    }

    public final Category category() {
        return facts.category();
    }

    /** Returns the version of this tool that has the rule first. */
    public final String since() {
        return facts.since();
    }

    /** Returns whether at least some of its findings carry a {@link Fix}. */
    public final boolean fixable() {
        return facts.fixable();
    }

    /** Returns whether it also judges rollback files, where dropping is the purpose. */
    public final boolean judgesRollbacks() {
        return facts.rollbacks();
    }

    /** Returns what a project can tell it beside its severity. */
    public final List<RuleOption> options() {
        return facts.options();
    }
}
