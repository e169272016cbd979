package dev.pgmigrate.lint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Something that a project can configure for a rule beside its severity: a limit, a pattern, a list.
 *
 * @param name the name in the configuration, such as {@code statements}
 * @param kind the kind of value
 * @param standard the default value
 */
public record RuleOption(String name, Kind kind, String standard) {
    /** The kind of value that an option takes. */
    public enum Kind {
        NUMBER("a whole number"),
        PATTERN("a regular expression"),
        NAMES("names separated by commas");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public static RuleOption number(String name, int standard) {
        return new RuleOption(name, Kind.NUMBER, String.valueOf(standard));
    }

    public static RuleOption pattern(String name, String standard) {
        return new RuleOption(name, Kind.PATTERN, standard);
    }

    public static RuleOption names(String name, String standard) {
        return new RuleOption(name, Kind.NAMES, standard);
    }

    /** Returns what {@code value} would have to be, if it is something else. */
    public Optional<String> problem(String value) {
        return isValid(value) ? Optional.empty() : Optional.of(kind.words);
    }

    private boolean isValid(String value) {
        if (kind == Kind.NUMBER) {
            return value.matches("[0-9]{1,9}");
        }
        if (kind == Kind.NAMES) {
            return !names(value).isEmpty();
        }
        try {
            Pattern.compile(value);
            return true;
        } catch (PatternSyntaxException notOne) {
            return false;
        }
    }

    static List<String> names(String value) {
        return Pattern.compile(",")
                .splitAsStream(value)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
