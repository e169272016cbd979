package dev.pgmigrate.goal;

import dev.pgmigrate.scaffold.New;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The words of a migration's name, {@code add_email_to_users}, and what they mean. */
final class NameWords {
    private static final Set<String> ADDING = Set.of("add", "create", "make", "new", "insert", "define");
    private static final Set<String> PLACING = Set.of("to", "from", "on", "in", "of", "for");
    private static final Set<String> DROPPING = Set.of("drop", "remove", "delete");
    private static final Set<String> UNDOING = Set.of("drop", "remove", "delete", "disable", "revoke", "unpublish");
    private static final Set<String> CHANGING = Set.of("change", "alter", "widen", "convert");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    /** Verbs that are kinds. */
    private static final Set<String> VERBS = Set.of("index", "grant", "unique");

    private static final Set<String> RLS = Set.of("rls", "protect", "secure");
    private static final Set<String> FOREIGN_KEY = Set.of("fk", "fkey", "foreign", "references");
    private static final Set<String> INDEX = Set.of("index", "indexes", "idx", "unique");
    /** What is dropped from a table and is no column. */
    private static final Set<String> NO_COLUMN = Set.of(
            "policy",
            "policies",
            "index",
            "idx",
            "constraint",
            "trigger",
            "function",
            "view",
            "publication",
            "fk",
            "fkey",
            "foreign",
            "check",
            "unique",
            "default",
            "null",
            "rls",
            "grant",
            "rows");

    /** Words that say what happens, where another word can be the name of an object. */
    private static final Set<String> OF_THE_KIND = Set.of(
            "add", "create", "make", "index", "idx", "unique", "check", "type", "key", "column", "not", "null", "name");

    /** Words that say of which kind is what stands before them. */
    private static final Set<String> NOUNS = Set.of(
            "table",
            "index",
            "idx",
            "constraint",
            "check",
            "unique",
            "column",
            "policy",
            "policies",
            "trigger",
            "type",
            "fk",
            "rls",
            "not",
            "as");

    private static final Pattern TYPE = Pattern.compile("smallint|int|integer|bigint|text|varchar|numeric|decimal|uuid"
            + "|boolean|bool|date|timestamp|timestamptz|jsonb?|real|double_precision|bytea|citext|inet");

    private final List<String> words;

    /**
     * A name of an object among the words.
     *
     * @param name the object's name
     * @param from the first of its words
     * @param to the word behind its last
     * @param exact whether it is written so, and not in the plural or singular
     * @param place how surely a word such as {@code on} says that the name is a place's; 0 where none does
     */
    record Match(String name, int from, int to, boolean exact, int place) {
        private static final Comparator<Match> BEST = Comparator.comparingInt(Match::place)
                .thenComparing(Match::exact)
                .thenComparingInt(Match::length)
                .thenComparingInt(Match::from);

        /** Tells whether a word such as {@code on} stands right before the name. */
        boolean isPlaced() {
            return place > 1;
        }

        /** Tells whether such a word stands before it, another word between them or none. */
        boolean isNear() {
            return place > 0;
        }

        boolean isWorseThan(Match other) {
            return BEST.compare(this, other) < 0;
        }

        private boolean overlaps(Match other) {
            return from < other.to && other.from < to;
        }

        private int length() {
            return to - from;
        }
    }

    NameWords(String name) {
        List<String> all = List.of(name.split("_", -1));
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean article = ARTICLES.contains(all.get(i)) && i > 0 && i + 1 < all.size();
            if (!article || PLACING.contains(all.get(i + 1))) {
                kept.add(all.get(i));
            }
        }
        this.words = List.copyOf(kept);
    }

    /** Returns the one of {@code names} that the words mean: behind a word such as {@code on}, as it is written, the longest. */
    Optional<Match> best(Collection<String> names) {
        return best(names, match -> true);
    }

    Optional<Match> best(Collection<String> names, Predicate<Match> filter) {
        return matches(names).stream().filter(filter).max(Match.BEST);
    }

    /** Returns whether nothing follows {@code match} that may belong to the same name: {@code users} in {@code users_table}. */
    boolean isWhole(Match match) {
        return match.to() == words.size()
                || PLACING.contains(words.get(match.to()))
                || NOUNS.contains(words.get(match.to()));
    }

    private List<Match> matches(Collection<String> names) {
        List<Match> matches = new ArrayList<>();
        for (String name : names) {
            String written = New.name(name);
            for (int from = 0; from < words.size(); from++) {
                for (int to = from + 1; to <= words.size(); to++) {
                    String part = String.join("_", words.subList(from, to));
                    boolean exact = part.equals(written);
                    if (exact
                            || plurals(part).contains(written)
                            || plurals(written).contains(part)) {
                        matches.add(new Match(name, from, to, exact, place(from, to, exact)));
                    }
                }
            }
        }
        return matches;
    }

    /** Returns the plurals that an English noun may have. */
    static List<String> plurals(String noun) {
        return List.of(noun + "s", noun + "es", noun.replaceFirst("y$", "ies"));
    }

    private int place(int from, int to, boolean exact) {
        // Rails writes index_orders_on_user_id.
        if (exact
                && from > 0
                && INDEX.contains(words.get(from - 1))
                && to < words.size()
                && words.get(to).equals("on")) {
            return 4;
        }
        if (from > 0 && isPlacing(from - 1)) {
            boolean ofAnother = isForeignKey() && words.get(from - 1).equals("to");
            return ofAnother ? 2 : 3;
        }
        return from > 1 && isPlacing(from - 2) ? 1 : 0;
    }

    /** In {@code rename_email_to_contact_email} a new name follows, and no place. */
    private boolean isPlacing(int word) {
        return PLACING.contains(words.get(word)) && !(words.get(word).equals("to") && isChange());
    }

    private boolean isChange() {
        return words.get(0).equals("rename") || CHANGING.contains(words.get(0));
    }

    private boolean isForeignKey() {
        return words.stream().anyMatch(FOREIGN_KEY::contains);
    }

    /**
     * Returns those of the columns {@code names} that the words have, each word for one of them.
     *
     * @param table what names the table; the same words are no column
     */
    List<Match> columns(Collection<String> names, Optional<Match> table) {
        int end = isChange() && words.contains("to") ? words.indexOf("to") : words.size();
        List<Match> all = matches(names).stream()
                .filter(match -> match.from() < end && (table.isEmpty() || !match.overlaps(table.get())))
                .sorted(Comparator.comparing(Match::exact)
                        .thenComparingInt(Match::length)
                        .thenComparingInt(Match::from)
                        .reversed())
                .toList();
        boolean exact = all.stream().anyMatch(Match::exact);
        List<Match> chosen = new ArrayList<>();
        for (Match match : all) {
            if (match.exact() == exact && chosen.stream().noneMatch(match::overlaps)) {
                chosen.add(match);
            }
        }
        List<Match> named = chosen.stream()
                .filter(match -> !OF_THE_KIND.contains(match.name()))
                .toList();
        return (named.isEmpty() ? chosen.stream().limit(1) : named.stream())
                .sorted(Comparator.comparingInt(Match::from))
                .toList();
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
        for (int word = 1; word < words.size(); word++) {
            if (isPlacing(word)) {
                return true;
            }
        }
        return false;
    }

    boolean has(String word) {
        return words.contains(word);
    }

    String behindTheVerb() {
        return String.join("_", words.subList(Math.min(1, words.size() - 1), words.size()));
    }

    /** Returns the words behind the last {@code word}, up to the next that says where. */
    Optional<String> behind(String word) {
        int from = words.lastIndexOf(word) + 1;
        int to = from;
        while (from > 0 && to < words.size() && !PLACING.contains(words.get(to))) {
            to++;
        }
        return to > from ? Optional.of(String.join("_", words.subList(from, to))) : Optional.empty();
    }

    /** Returns the type that {@code change_id_to_bigint} names. */
    Optional<String> newType() {
        return behind("to").filter(TYPE.asMatchPredicate()).map(type -> type.replace('_', ' '));
    }

    /**
     * Returns the kind of template that the words mean; {@code blank} where they mean none of them.
     *
     * @param ofAnEnum whether they are about an enum that is there
     * @param isTable whether a table of a name is there
     */
    String kind(boolean ofAnEnum, Predicate<String> isTable) {
        String verb = words.get(0);
        if (UNDOING.contains(verb)) {
            return undone(verb, ofAnEnum);
        }
        if (words.stream().anyMatch(RLS::contains) || hasAll("row", "level", "security")) {
            return "rls";
        }
        if (verb.equals("seed")) {
            return "seed";
        }
        if (verb.equals("publish")) {
            return "publication";
        }
        if (verb.equals("rename")) {
            return renamed(isTable);
        }
        if (VERBS.contains(verb)) {
            return verb;
        }
        if (verb.equals("backfill") || verb.equals("fill")) {
            return "backfill";
        }
        if (hasAll("not", "null") || verb.equals("require") || (verb.equals("make") && has("required"))) {
            return "not-null";
        }
        if (CHANGING.contains(verb) && (has("type") || newType().isPresent())) {
            return "type-change";
        }
        return ADDING.contains(verb) ? added(verb, ofAnEnum) : "blank";
    }

    private String undone(String verb, boolean ofAnEnum) {
        if (!DROPPING.contains(verb) || words.stream().anyMatch(NO_COLUMN::contains)) {
            return "blank";
        }
        if (ofAnEnum) {
            return "enum-recreate";
        }
        return has("from") || has("column") ? "drop-column" : "blank";
    }

    private String renamed(Predicate<String> isTable) {
        int to = words.indexOf("to");
        boolean whole =
                words.stream().anyMatch(Set.of("table", "index", "constraint", "enum", "type", "view")::contains);
        return to < 2 || whole || isTable.test(String.join("_", words.subList(1, to))) ? "blank" : "rename-column";
    }

    private String added(String verb, boolean ofAnEnum) {
        boolean create = verb.equals("create") || verb.equals("make") || verb.equals("new");
        if (isForeignKey() || isNoun("reference")) {
            return "foreign-key";
        }
        if (has("unique")) {
            return "unique";
        }
        for (String kind : List.of("policy", "trigger", "function", "view", "publication")) {
            if (isNoun(kind)) {
                return kind;
            }
        }
        if (has("policies")) {
            return "policy";
        }
        if (has("index") || has("idx")) {
            return "index";
        }
        if (isNoun("check") || has("constraint")) {
            return "check";
        }
        if (ofAnEnum) {
            return "enum-value";
        }
        if (has("enum") || (create && has("type"))) {
            return has("to") ? "blank" : "enum";
        }
        if (has("to")) {
            return create ? "blank" : "column";
        }
        return create || has("table") ? "table" : "blank";
    }

    /** {@code add_view_count_to_posts} is about no view, as more words follow before the place. */
    private boolean isNoun(String word) {
        int next = words.indexOf(word) + 1;
        return next > 0 && (next == words.size() || PLACING.contains(words.get(next)) || !has("to"));
    }

    private boolean hasAll(String... wanted) {
        return words.containsAll(List.of(wanted));
    }
}
