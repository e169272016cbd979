package dev.pgmigrate.lint;

import java.util.List;

/**
 * A rule that the linter itself enforces, because it is about reading the files or about other rules. The catalogue lists
 * it for its id, its severity and its page.
 */
public final class EngineRule extends Rule {
    public static final EngineRule SYNTAX_ERROR = error("syntax-error");
    public static final EngineRule ENUM_VALUE_REMOVAL = error("enum-value-removal");
    public static final EngineRule UNRESOLVED_PLACEHOLDER = error("unresolved-placeholder");
    public static final EngineRule UNUSED_SUPPRESSION = warning("unused-suppression");
    public static final EngineRule UNKNOWN_SUPPRESSION = error("unknown-suppression");
    public static final EngineRule SUPPRESSION_WITHOUT_REASON = warning("suppression-without-reason");
    public static final EngineRule EXPIRED_SUPPRESSION = warning("expired-suppression");
    public static final EngineRule INTERNAL_ERROR = error("internal-error");
    public static final EngineRule INVALID_DIRECTIVE = error("invalid-directive");
    public static final EngineRule UNREADABLE_FILE = error("unreadable-file");

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

    private EngineRule(String id, Facts facts) {
        super(new RuleId(id), facts);
    }

    private static EngineRule error(String id) {
        return new EngineRule(id, Facts.error(Category.FILES).since("0.1"));
    }

    private static EngineRule warning(String id) {
        return new EngineRule(id, Facts.warning(Category.FILES).since("0.1"));
    }
}
