package dev.pgmigrate.scaffold;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a new migration, {@code add_email_to_users}, and what it says about the migration's objects.
 *
 * <p>This is a first guess that a person reviews in the file: the words after {@code to}, {@code from}, {@code on} are
 * the table; the words before them, without the verb and the kind, are the object or column.
 */
final class NewMigrationName {
    private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*");
    private static final int LONGEST = 100;
    private static final Set<String> GENERIC = Set.of(
            ("a alter change changes database db fix fixes hotfix migrate migration migrations misc modify more new"
                            + " patch schema script some sql stuff temp test the tmp todo update updates wip")
                    .split(" "));
    private static final Pattern NUMBER = Pattern.compile("v?[0-9]*");
    private static final Pattern VERB = Pattern.compile(
            "(?:add|allow|backfill|change|check|constrain|create|drop|enable"
                    + "|fill|index|insert|make|new|protect|publish|recreate|remove|rename|require|restrict|secure|seed)_(.+)");
    private static final Pattern KIND =
            Pattern.compile("(.+?)_(?:check|column|columns|constraint|enum|function|idx|index"
                    + "|policies|policy|publication|rls|rows|seed|table|trigger|type|value|view)");
    private static final Pattern PLACE = Pattern.compile("(.+)_(?:to|from|on|in|of|for)_(.+)");
    private static final Pattern RENAME = Pattern.compile("(.+)_to_(.+)");

    private final String text;
    private final String subject;
    private final @Nullable String place;

    private NewMigrationName(String text) {
        this.text = text;
        String rest = without(VERB, text);
        Matcher matcher = PLACE.matcher(rest);
        boolean placed = matcher.matches();
        this.subject = without(KIND, placed ? matcher.group(1) : rest);
        this.place = placed ? without(KIND, matcher.group(2)) : null;
    }

    /**
     * Returns {@code text} as a name.
     *
     * @throws NewMigrationException if it is empty, not snake case, too long, or says nothing
     */
    static NewMigrationName of(String text) {
        if (!RULE.matcher(text).matches()) {
            throw new NewMigrationException("The name \"" + text + "\" cannot be used: a name is words in lower case,"
                    + " letters and digits joined by _, and starts with a letter, such as add_email_to_users");
        }
        if (text.length() > LONGEST) {
            throw new NewMigrationException(
                    "The name \"" + text + "\" has " + text.length() + " characters: use at most " + LONGEST);
        }
        List<String> words = List.of(text.split("_"));
        if (words.stream()
                .allMatch(word -> GENERIC.contains(word) || NUMBER.matcher(word).matches())) {
            throw new NewMigrationException("The name \"" + text + "\" could be any migration's: say what changes and"
                    + " where, such as add_email_to_users, since the name is all that a list of migrations shows");
        }
        if (words.size() == 1) {
            throw new NewMigrationException(
                    "The name \"" + text + "\" does not say what happens: add a verb, such as create_" + text);
        }
        return new NewMigrationName(text);
    }

    /** Returns {@code text} in snake case, where it is words joined in another way; else as it is. */
    static String written(String text) {
        String snake = text.strip()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .replaceAll("[ _-]+", "_")
                .toLowerCase(Locale.ROOT);
        return RULE.matcher(snake).matches() ? snake : text;
    }

    private static String without(Pattern affix, String words) {
        Matcher matcher = affix.matcher(words);
        return matcher.matches() ? matcher.group(1) : words;
    }

    /** Returns what the migration is about: {@code users} of {@code create_users_table}. */
    String subject() {
        return subject;
    }

    /** Returns the table after a preposition: {@code users} of {@code add_email_to_users}. */
    Optional<String> place() {
        return Optional.ofNullable(place);
    }

    /** Returns the old and the new name in {@code rename_email_to_contact_email_on_users}. */
    Optional<List<String>> renamed() {
        Matcher matcher = RENAME.matcher(subject);
        return place != null && matcher.matches()
                ? Optional.of(List.of(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
