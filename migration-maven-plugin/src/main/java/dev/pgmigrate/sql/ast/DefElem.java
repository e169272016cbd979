package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One {@code name = value} of an option list: {@code WITH (…)}, {@code OPTIONS (…)}, a definition, a {@code key value} pair.
 *
 * @param namespace the part before the dot, as {@code toast} of {@code toast.autovacuum_enabled}
 * @param arg the value; null where the name stands alone
 * @param action what an {@code ALTER … OPTIONS} does with it
 */
public record DefElem(
        @Nullable Name namespace, Name name, @Nullable Arg arg, Action action, SourceRange range) implements Node {
    /** What {@code ALTER … OPTIONS (ADD a 'x', SET b 'y', DROP c)} does with one option. */
    public enum Action {
        UNSPECIFIED,
        SET,
        ADD,
        DROP
    }

    /** What a value was written as. */
    public enum Kind {
        WORD,
        STRING,
        NUMBER,
        BOOLEAN,
        TYPE,
        OPERATOR,
        NONE,
        LIST
    }

    /**
     * The value of an option.
     *
     * @param text a string without its quotes, a word folded, a number with its sign, everything else as written
     */
    public record Arg(Kind kind, String text, SourceRange range) implements Node {}

    /** Tells whether the option is this one; names are compared as PostgreSQL folds them. */
    public boolean is(String option) {
        return namespace == null && name.text().equals(option);
    }

    /** Returns the value as text, empty where there is none. */
    public String value() {
        return arg == null ? "" : arg.text();
    }

    /** Returns the value as the type that it names: an option keeps its value as it is written. */
    public TypeName typeName() {
        String written = value().toLowerCase(Locale.ROOT);
        boolean array = written.endsWith("[]");
        String words = array ? written.substring(0, written.length() - 2) : written;
        Name last = new Name(words.substring(words.lastIndexOf('.') + 1).strip(), range);
        return new TypeName(ObjectName.of(last), List.of(), array ? List.of(-1) : List.of(), null, false, false, range);
    }

    /** Tells whether the option switches something on: alone, or with a word that the server takes for true. */
    public boolean isOn() {
        if (arg == null) {
            return true;
        }
        return switch (arg.text().toLowerCase(Locale.ROOT)) {
            case "true", "on", "1", "yes", "t", "y" -> true;
            default -> false;
        };
    }
}
