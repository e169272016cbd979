package dev.pgmigrate.undo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What belongs to one table, and stays its own when the table gets another name. */
final class TableDefinitions {
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();
    private final Map<String, Definition> parts = new HashMap<>();
    private boolean forcesRowSecurity;

    void type(String column, String text) {
        types.put(column, text);
    }

    Optional<String> type(String column) {
        return Optional.ofNullable(types.get(column));
    }

    void defaultValue(String column, String text) {
        defaults.put(column, text);
    }

    void noDefault(String column) {
        defaults.remove(column);
    }

    Optional<String> defaultValue(String column) {
        return Optional.ofNullable(defaults.get(column));
    }

    void renameColumn(String from, String to) {
        move(types, from, to);
        move(defaults, from, to);
    }

    /** Returns its policies, triggers and rules by their kind and name, and the comments on them and on its columns. */
    Map<String, Definition> parts() {
        return parts;
    }

    void forceRowSecurity(boolean forced) {
        forcesRowSecurity = forced;
    }

    boolean forcesRowSecurity() {
        return forcesRowSecurity;
    }

    static <V> void move(Map<String, V> map, String from, String to) {
        V value = map.remove(from);
        if (value != null) {
            map.put(to, value);
        }
    }
}
