package dev.pgmigrate.lint;

import dev.pgmigrate.failure.ExplainedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The options that a project configures for rules.
 *
 * @param values the values that are configured, by rule and by the name of the option
 */
public record RuleOptions(Map<RuleId, Map<String, String>> values) {
    /** Every option has its default value. */
    public static final RuleOptions NONE = new RuleOptions(Map.of());

    public RuleOptions {
        Map<RuleId, Map<String, String>> copy = new HashMap<>();
        values.forEach((rule, options) -> copy.put(rule, Map.copyOf(options)));
        values = Map.copyOf(copy);
    }

    /** Says that a project configures something that a rule does not accept. */
    public static final class NotTakenException extends ExplainedException {
        private static final long serialVersionUID = 1;

        NotTakenException(String message) {
            super(message);
        }
    }

    /**
     * Reads a project's configuration: {@code migration-too-large.statements}, or only {@code migration-too-large} for
     * the first option of the rule.
     *
     * @param words the values by such names
     * @param rules all known rules
     * @throws NotTakenException if there is no such rule or option, or the value does not fit
     */
    public static RuleOptions of(Map<String, String> words, List<Rule> rules) {
        if (words.isEmpty()) {
            return NONE;
        }
        Map<String, Rule> known = new TreeMap<>();
        rules.forEach(rule -> known.put(rule.id().value(), rule));
        Map<RuleId, Map<String, String>> values = new HashMap<>();
        words.forEach((name, value) -> {
            String[] parts = name.split("\\.", 2);
            Rule rule = known.get(parts[0]);
            if (rule == null) {
                throw new NotTakenException("The parameter ruleOptions names \"" + parts[0] + "\", which is no rule. "
                        + RuleId.question(parts[0], known.keySet()));
            }
            RuleOption option = option(rule, parts);
            option.problem(value).ifPresent(wanted -> {
                throw new NotTakenException("The option " + rule.id() + "." + option.name() + " is \"" + value
                        + "\"; it takes " + wanted + ".");
            });
            values.computeIfAbsent(rule.id(), id -> new HashMap<>()).put(option.name(), value);
        });
        return new RuleOptions(values);
    }

    private static RuleOption option(Rule rule, String[] parts) {
        List<RuleOption> options = rule.options();
        if (parts.length == 1 && !options.isEmpty()) {
            return options.get(0);
        }
        Optional<RuleOption> named = options.stream()
                .filter(option -> parts.length == 2 && option.name().equals(parts[1]))
                .findFirst();
        return named.orElseThrow(() -> new NotTakenException(unknown(rule, parts.length == 2 ? parts[1] : "")));
    }

    private static String unknown(Rule rule, String option) {
        if (rule.options().isEmpty()) {
            return "The rule " + rule.id() + " takes no options.";
        }
        List<String> names = rule.options().stream()
                .map(known -> rule.id() + "." + known.name())
                .toList();
        return "The rule " + rule.id() + " has no option \"" + option + "\"; write " + String.join(" or ", names) + ".";
    }

    public int number(Rule rule, RuleOption option) {
        return Integer.parseInt(text(rule, option));
    }

    public Pattern pattern(Rule rule, RuleOption option) {
        return Pattern.compile(text(rule, option));
    }

    public List<String> names(Rule rule, RuleOption option) {
        return RuleOption.names(text(rule, option));
    }

    private String text(Rule rule, RuleOption option) {
        return values.getOrDefault(rule.id(), Map.of()).getOrDefault(option.name(), option.standard());
    }
}
