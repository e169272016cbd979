package dev.pgmigrate.lint;

import java.util.List;

/**
 * A rule that the linter itself enforces, because it is about reading the files or about the other rules. It is in the
 * catalogue for its id, its severity and its page.
 */
public final class EngineRule implements Rule {
    public static final EngineRule SYNTAX_ERROR = new EngineRule("syntax-error", Severity.ERROR);
    public static final EngineRule ENUM_VALUE_REMOVAL = new EngineRule("enum-value-removal", Severity.ERROR);
    public static final EngineRule UNRESOLVED_PLACEHOLDER = new EngineRule("unresolved-placeholder", Severity.ERROR);
    public static final EngineRule UNUSED_SUPPRESSION = new EngineRule("unused-suppression", Severity.WARNING);
    public static final EngineRule UNKNOWN_SUPPRESSION = new EngineRule("unknown-suppression", Severity.ERROR);
    public static final EngineRule SUPPRESSION_WITHOUT_REASON =
            new EngineRule("suppression-without-reason", Severity.WARNING);
    public static final EngineRule EXPIRED_SUPPRESSION = new EngineRule("expired-suppression", Severity.WARNING);
    public static final EngineRule INTERNAL_ERROR = new EngineRule("internal-error", Severity.ERROR);
    public static final EngineRule INVALID_DIRECTIVE = new EngineRule("invalid-directive", Severity.ERROR);
    public static final EngineRule UNREADABLE_FILE = new EngineRule("unreadable-file", Severity.ERROR);

    /** All of them, for the catalogue. */
    public static final List<Rule> ALL = List.of(
            ENUM_VALUE_REMOVAL,
            EXPIRED_SUPPRESSION,
            INTERNAL_ERROR,
            INVALID_DIRECTIVE,
            SUPPRESSION_WITHOUT_REASON,
            SYNTAX_ERROR,
            UNKNOWN_SUPPRESSION,
            UNREADABLE_FILE,
            UNRESOLVED_PLACEHOLDER,
            UNUSED_SUPPRESSION);

    private final RuleId id;
    private final Severity severity;

    private EngineRule(String id, Severity severity) {
        this.id = new RuleId(id);
        this.severity = severity;
    }

    @Override
    public RuleId id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Category category() {
        return Category.FILES;
    }
}
