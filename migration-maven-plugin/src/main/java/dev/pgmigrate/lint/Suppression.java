package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.sql.SourceRange;
import java.util.HashSet;
import java.util.Set;

/**
 * A comment that suppresses rules, bound to its scope: one statement, or the file.
 *
 * @param directive the comment
 * @param bound the range in which it applies
 * @param used the rules that it has suppressed so far
 */
record Suppression(Directive.Suppression directive, SourceRange bound, Set<RuleId> used) {
    Suppression(Directive.Suppression directive, SourceRange bound) {
        this(directive, bound, new HashSet<>());
    }

    /** Returns whether it suppresses {@code rule} at {@code range}, and remembers that it did. */
    boolean silences(Rule rule, SourceRange range) {
        boolean inside = bound.start() <= range.start() && range.start() <= bound.end();
        boolean named = directive.rules().isEmpty()
                || directive.rules().stream().anyMatch(reference -> names(reference.rule(), rule));
        if (inside && named) {
            used.add(rule.id());
        }
        return inside && named;
    }

    /** Returns whether it has suppressed something by the name {@code written}. */
    boolean usedAs(String written, Iterable<Rule> rules) {
        for (Rule rule : rules) {
            if (used.contains(rule.id()) && names(written, rule)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether {@code written} means {@code rule}; Squawk's names are accepted in both kinds of comment. */
    static boolean names(String written, Rule rule) {
        return rule.id().value().equals(written) || SquawkNames.mean(written, rule);
    }
}
