package dev.pgmigrate.postgres;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of {@code pg_catalog} by name, as {@code volatility.txt} lists them, which is generated from {@code pg_proc}. */
public final class BuiltInFunctions {
    private static final String RESOURCE = "volatility.txt";

    private BuiltInFunctions() {}

    /** Returns whether a name, with {@code pg_catalog} or without a schema, is that of a function of the server. */
    public static boolean contains(QualifiedName function) {
        String schema = function.schemaOrNull();
        return (schema == null || schema.equals("pg_catalog")) && Table.VOLATILITIES.containsKey(function.name());
    }

    /** Returns how volatile the function is, {@code stable}; null where the server has none of that name. */
    public static @Nullable String volatility(String function) {
        return Table.VOLATILITIES.get(function);
    }

    /** Read once, when a rule first asks. */
    private static final class Table {
        private static final Map<String, String> VOLATILITIES = read();

        private static Map<String, String> read() {
            Map<String, String> volatilities = new HashMap<>(4096);
            for (String line : FactTable.lines(BuiltInFunctions.class, RESOURCE)) {
                int space = line.indexOf(' ');
                volatilities.put(line.substring(space + 1), line.substring(0, space));
            }
            return volatilities;
        }
    }
}
