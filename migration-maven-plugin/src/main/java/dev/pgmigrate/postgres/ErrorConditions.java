package dev.pgmigrate.postgres;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which error codes a condition name of PL/pgSQL stands for (PostgreSQL manual, Appendix A). Four names stand for two
 * codes, so that the answer is a set.
 */
public final class ErrorConditions {
    private static final String RESOURCE = "error-conditions.txt";

    private ErrorConditions() {}

    /** Returns the error codes of {@code conditionName} (lower case); empty where there is no such condition. */
    public static Set<String> sqlStates(String conditionName) {
        return Table.STATES.getOrDefault(conditionName, Set.of());
    }

    /** Returns the condition name of an error code, or {@code SQLSTATE '…'} where it has none. */
    public static String nameOf(String sqlState) {
        return Table.STATES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(sqlState))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("SQLSTATE '" + sqlState + "'");
    }

    /** Read once, and only when the first handler is looked at. */
    private static final class Table {
        private static final Map<String, Set<String>> STATES = read();

        private static Map<String, Set<String>> read() {
            Map<String, Set<String>> states = new HashMap<>();
            for (String line : FactTable.lines(ErrorConditions.class, RESOURCE)) {
                int space = line.indexOf(' ');
                states.computeIfAbsent(line.substring(space + 1), name -> new TreeSet<>())
                        .add(line.substring(0, space));
            }
            states.replaceAll((name, codes) -> Set.copyOf(codes));
            return Map.copyOf(states);
        }
    }
}
