package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.SquawkNames;
import dev.pgmigrate.lint.rules.RuleCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Finds the rules that somebody means by a name, be it ours, another linter's, a category, an SQLSTATE or a word. */
final class RuleSearch {
    /** Eugene's codes and the names of strong_migrations' checks, where they mean rules of ours. */
    static final Map<String, List<String>> PEERS = Map.ofEntries(
            Map.entry("e1", List.of("constraint-missing-not-valid")),
            Map.entry("e2", List.of("adding-not-nullable-field")),
            Map.entry("e3", List.of("prefer-jsonb")),
            Map.entry("e4", List.of("running-statement-while-holding-access-exclusive")),
            Map.entry("e5", List.of("changing-column-type")),
            Map.entry("e6", List.of("require-concurrent-index-creation")),
            Map.entry("e7", List.of("disallowed-unique-constraint")),
            Map.entry("e8", List.of("adding-exclusion-constraint")),
            Map.entry("e9", List.of("require-lock-timeout")),
            Map.entry("e11", List.of("adding-auto-increment-column", "adding-stored-generated-column")),
            Map.entry("w13", List.of("creating-enum")),
            Map.entry("e15", List.of("fk-without-covering-index")),
            Map.entry("w15", List.of("fk-without-covering-index")),
            Map.entry("add_column_default", List.of("adding-field-with-default")),
            Map.entry("add_column_json", List.of("prefer-jsonb")),
            Map.entry("add_column_auto_incrementing", List.of("adding-auto-increment-column")),
            Map.entry("add_column_generated_stored", List.of("adding-stored-generated-column")),
            Map.entry("add_check_constraint", List.of("constraint-missing-not-valid")),
            Map.entry("add_exclusion_constraint", List.of("adding-exclusion-constraint")),
            Map.entry("add_foreign_key", List.of("adding-foreign-key-constraint", "constraint-missing-not-valid")),
            Map.entry("add_index", List.of("require-concurrent-index-creation")),
            Map.entry("add_reference", List.of("adding-foreign-key-constraint", "require-concurrent-index-creation")),
            Map.entry("add_unique_constraint", List.of("disallowed-unique-constraint")),
            Map.entry("change_column", List.of("changing-column-type")),
            Map.entry("change_column_default", List.of("change-column-default")),
            Map.entry("change_column_null", List.of("adding-not-nullable-field")),
            Map.entry("remove_column", List.of("ban-drop-column")),
            Map.entry("remove_index", List.of("require-concurrent-index-deletion")),
            Map.entry("rename_column", List.of("renaming-column")),
            Map.entry("rename_table", List.of("renaming-table")));

    private RuleSearch() {}

    /** Returns the rules that {@code asked} means, the surest meaning alone: those of an id, then of an alias, and so on. */
    static List<Rule> find(String asked) {
        String word = asked.strip().toLowerCase(Locale.ROOT);
        List<String> ofPeers = PEERS.getOrDefault(word.replace(' ', '_'), List.of());
        List<Predicate<Rule>> meanings = List.of(
                rule -> rule.id().value().equals(word),
                rule -> ofPeers.contains(rule.id().value()),
                rule -> SquawkNames.mean(word, rule),
                rule -> rule.category().word().equals(word),
                rule -> mentions(rule, word));
        return meanings.stream()
                .map(meaning -> RuleCatalog.ALL.stream().filter(meaning).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Tells whether a page has the word as such: {@code 42710}, {@code enum}, {@code lock_timeout}. */
    private static boolean mentions(Rule rule, String word) {
        if (word.length() < 3) {
            return false;
        }
        String page = Explain.read(rule.id()).toLowerCase(Locale.ROOT);
        for (int at = page.indexOf(word); at >= 0; at = page.indexOf(word, at + 1)) {
            if (isEdge(page, at - 1) && isEdge(page, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEdge(String page, int at) {
        return at < 0 || at >= page.length() || !Character.isLetterOrDigit(page.charAt(at));
    }
}
