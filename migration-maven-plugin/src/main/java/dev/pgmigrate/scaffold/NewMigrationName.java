package dev.pgmigrate.scaffold;

import java.text.Normalizer;
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
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OF_THE_FOLDER = Pattern.compile("^(?:[vV][0-9._]*[0-9]__|[0-9]{8,}[_ -]+)|\\.sql$");
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
    /** A kind before what it is, {@code create_table_users}, {@code add_column_email_to_users}. */
    private static final Pattern KIND_FIRST = Pattern.compile("(?:(?:create|make|new)_(?:enum|function|policy|table"
            + "|trigger|type|view)|add_(?:enum|table)|[a-z]+_columns?)_(?!(?:to|from|on|in|of|for)_)(.+)");

    private static final Pattern ARTICLE = Pattern.compile("(?<=_)(?:the|an?)_(?!(?:to|from|on|in|of|for)_)");
    private static final Pattern PLACE = Pattern.compile("(.+)_(?:to|from|on|in|of|for)_(.+)");
    private static final Pattern TABLE = Pattern.compile("(?:table_|public_)+(.+)");
    /** Here {@code to} stands before a new name or type, and not before a place. */
    private static final Pattern CHANGED = Pattern.compile("(?:alter|change|convert|rename|widen)_(?:columns?_)?"
            + "(.+?)(?:_(?:from|on|in|of)_(?<before>.+?))?_to_(.+?)(?:_(?:from|on|in|of|for)_(?<behind>.+))?");

    private final String text;
    private final String subject;
    private final @Nullable String place;
    private final @Nullable String target;

    private NewMigrationName(String text) {
        this.text = text;
        String bare = ARTICLE.matcher(text).replaceAll("");
        Matcher changed = CHANGED.matcher(bare);
        if (changed.matches()) {
            this.subject = without(KIND, changed.group(1));
            this.target = changed.group(3);
            String behind = changed.group("behind");
            this.place = table(behind == null ? changed.group("before") : behind);
        } else {
            Matcher first = KIND_FIRST.matcher(bare);
            String rest = first.matches() ? first.group(1) : without(VERB, bare);
            Matcher matcher = PLACE.matcher(rest);
            boolean placed = matcher.matches();
            this.subject = without(KIND, placed ? matcher.group(1) : rest);
            this.target = null;
            this.place = placed ? table(matcher.group(2)) : null;
        }
    }

    private static @Nullable String table(@Nullable String written) {
        return written == null ? null : without(KIND, without(TABLE, written));
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

    /**
     * Returns {@code text} in snake case, where it is words joined in another way; else as it is. Accents, the punctuation
     * between words, and a version and an ending that the folder decides, are left out.
     */
    static String written(String text) {
        String snake = OF_THE_FOLDER
                .matcher(ACCENTS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFKD))
                        .replaceAll("")
                        .replace("ß", "ss"))
                .replaceAll("")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .replaceAll("\\s*[,&+]\\s*", "_and_")
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "")
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
        return target == null ? Optional.empty() : Optional.of(List.of(subject, target));
    }

    @Override
    public String toString() {
        return text;
    }
}
