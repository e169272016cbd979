package dev.pgmigrate.goal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words of a migration's name, {@code add_email_to_users}, and what they mean. */
final class NameWords {
    private static final Set<String> ADDING = Set.of("add", "create", "make", "new", "insert", "define");
    private static final Set<String> PLACING = Set.of("to", "from", "on", "in", "of", "for");
    private static final Set<String> DROPPING = Set.of("drop", "remove", "delete");
    private static final Set<String> CHANGING = Set.of("change", "alter", "widen", "convert");

    /** Verbs that are kinds. */
    private static final Set<String> VERBS = Set.of("index", "grant", "unique");

    private static final Set<String> RLS = Set.of("rls", "protect", "secure");
    private static final Set<String> FOREIGN_KEY = Set.of("fk", "fkey", "foreign", "reference", "references");

    private final List<String> words;

    /**
     * A name of an object among the words.
     *
     * @param name the object's name
     * @param from the first of its words
     * @param to the word behind its last
     */
    record Match(String name, int from, int to) {
        private boolean overlaps(Match other) {
            return from < other.to && other.from < to;
        }

        private int length() {
            return to - from;
        }
    }

    NameWords(String name) {
        this.words = List.of(name.split("_", -1));
    }

    /** Returns the longest of {@code names} that stands among the words, of equals the last. */
    Optional<Match> name(Collection<String> names) {
        return nameOutside(names, Optional.empty());
    }

    /** As {@link #name}, but of other words than those of {@code taken}. */
    Optional<Match> nameOutside(Collection<String> names, Optional<Match> taken) {
        List<Match> matches = new ArrayList<>();
        for (String name : names) {
            for (int from = 0; from < words.size(); from++) {
                for (int to = from + 1; to <= words.size(); to++) {
                    String written = String.join("_", words.subList(from, to));
                    if (written.equals(name) || (written + "s").equals(name) || written.equals(name + "s")) {
                        matches.add(new Match(name, from, to));
                    }
                }
            }
        }
        return matches.stream()
                .filter(match -> taken.isEmpty() || !match.overlaps(taken.get()))
                .max(Comparator.comparingInt(Match::length).thenComparingInt(Match::from));
    }

    /** Returns the words that are neither the verb nor of {@code match} nor of {@code little}, joined. */
    String without(Match match, Set<String> little) {
        List<String> rest = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            if ((i < match.from() || i >= match.to()) && !little.contains(words.get(i))) {
                rest.add(words.get(i));
            }
        }
        return String.join("_", rest);
    }

    /** Returns whether a word such as {@code to} says that a place follows. */
    boolean nameAPlace() {
        return words.stream().anyMatch(PLACING::contains);
    }

    String behindTheVerb() {
        return String.join("_", words.subList(Math.min(1, words.size() - 1), words.size()));
    }

    /** Returns the kind of template that the words mean; {@code blank} where they mean none of them. */
    String kind(boolean namesEnum) {
        String verb = words.get(0);
        if (words.stream().anyMatch(RLS::contains) || has("row", "level", "security")) {
            return "rls";
        }
        if (verb.equals("seed")) {
            return "seed";
        }
        if (verb.equals("publish")) {
            return "publication";
        }
        if (verb.equals("rename")) {
            return has("to") && (has("on") || has("in") || has("of")) ? "rename-column" : "blank";
        }
        if (DROPPING.contains(verb)) {
            return has("from") && !has("policy") && !has("index") && !has("constraint") ? "drop-column" : "blank";
        }
        if (VERBS.contains(verb)) {
            return verb;
        }
        if (verb.equals("backfill") || verb.equals("fill")) {
            return "backfill";
        }
        if (has("not", "null") || verb.equals("require")) {
            return "not-null";
        }
        if (CHANGING.contains(verb) && has("type")) {
            return "type-change";
        }
        return ADDING.contains(verb) ? added(verb, namesEnum) : "blank";
    }

    private String added(String verb, boolean namesEnum) {
        if (words.stream().anyMatch(FOREIGN_KEY::contains)) {
            return "foreign-key";
        }
        if (has("unique") && !has("index")) {
            return "unique";
        }
        for (String kind : List.of("policy", "index", "trigger", "function", "view", "publication")) {
            if (has(kind)) {
                return kind;
            }
        }
        if (has("policies")) {
            return "policy";
        }
        if (has("idx")) {
            return "index";
        }
        if (has("check") || has("constraint")) {
            return "check";
        }
        boolean create = verb.equals("create");
        if (create && (has("enum") || has("type"))) {
            return "enum";
        }
        if (!create && namesEnum && (has("to") || has("value"))) {
            return "enum-value";
        }
        if (has("to")) {
            return create ? "blank" : "column";
        }
        return create ? "table" : "blank";
    }

    private boolean has(String... wanted) {
        return words.containsAll(List.of(wanted));
    }
}
