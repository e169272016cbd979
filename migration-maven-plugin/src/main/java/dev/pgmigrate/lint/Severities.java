package dev.pgmigrate.lint;

import java.util.List;

/** The severity of each rule under a configuration. */
final class Severities {
    private final LintSettings settings;
    private final Flavour flavour;

    Severities(LintSettings settings, Flavour flavour) {
        this.settings = settings;
        this.flavour = flavour;
    }

    /** Returns the rule's severity: by its id, else by its category, else its own. */
    Severity of(Rule rule) {
        Severity byRule = settings.rules().get(rule.id());
        if (byRule != null) {
            return byRule;
        }
        Severity own = rule.severity(flavour);
        Severity byCategory = settings.categories().get(rule.category());
        if (byCategory != null) {
            // A category's severity changes that of its active rules; it does not switch on opt-in rules.
            return own == Severity.OFF ? Severity.OFF : byCategory;
        }
        boolean tracked = settings.rerun() == Rerun.TRACKED && rule.category() == Category.IDEMPOTENCY;
        return tracked && own == Severity.ERROR ? Severity.WARNING : own;
    }

    List<Rule> active(List<Rule> rules) {
        return rules.stream().filter(rule -> of(rule) != Severity.OFF).toList();
    }
}
