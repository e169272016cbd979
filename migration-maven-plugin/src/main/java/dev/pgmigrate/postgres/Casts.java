package dev.pgmigrate.postgres;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How servers turn values of one of their types, or of citext, into another: {@code pg_cast}, kept in {@code casts.txt}. */
public final class Casts {
    private static final String RESOURCE = "casts.txt";

    private Casts() {}

    /** When a server turns a value; a later constant is asked for by more (manual, CREATE CAST). */
    public enum Context {
        /** Wherever the other type is wanted. */
        IMPLICIT,
        /** Also where it is stored in a column. */
        ASSIGNMENT,
        /** Only where the cast is written. */
        EXPLICIT
    }

    /** What a server does with a value. */
    public enum Method {
        /** Nothing: the bytes are the same. */
        BINARY,
        FUNCTION,
        /** Writes it as text and reads that. */
        INOUT
    }

    /**
     * How one type becomes another.
     *
     * @param support the planner's support function of a cast from a type to itself, which fits a length; empty where it has none
     * @param keepsIndexes whether a B-tree index on the column stays as it is; only for {@link Method#BINARY}
     */
    public record Cast(Context context, Method method, String support, boolean keepsIndexes) {
        /** Returns whether a value is turned without being asked to, as {@code ALTER COLUMN … TYPE} without {@code USING} needs it. */
        public boolean assigned() {
            return context != Context.EXPLICIT;
        }
    }

    /** Returns the cast between two types in the words of {@code pg_type}. */
    public static Optional<Cast> between(String source, String target) {
        return Optional.ofNullable(Facts.CASTS.get(key(source, target)));
    }

    private static String key(String source, String target) {
        return source + " " + target;
    }

    /** Read once, when somebody first asks. */
    private static final class Facts {
        private static final Map<String, Cast> CASTS = read();

        private static Map<String, Cast> read() {
            Map<String, Cast> casts = new HashMap<>();
            for (String line : FactTable.lines(Casts.class, RESOURCE)) {
                String[] words = line.split(" ", -1);
                casts.put(
                        key(words[0], words[1]),
                        new Cast(
                                Context.valueOf(words[2].toUpperCase(Locale.ROOT)),
                                method(words[3]),
                                words[4].equals("-") ? "" : words[4],
                                words[5].equals("kept")));
            }
            return Map.copyOf(casts);
        }

        private static Method method(String word) {
            return switch (word) {
                case "binary" -> Method.BINARY;
                case "function" -> Method.FUNCTION;
                default -> Method.INOUT;
            };
        }
    }
}
