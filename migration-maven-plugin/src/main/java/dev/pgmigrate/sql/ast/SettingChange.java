package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/**
 * What a {@code SET} or {@code RESET} does to one setting, wherever it is written.
 *
 * @param name the setting, folded and dotted; {@code timezone}, {@code transaction_isolation} and the like for the special forms;
 *     empty for {@code RESET ALL}
 * @param values the list of values; empty for {@code DEFAULT}, {@code FROM CURRENT} and {@code RESET}
 */
public record SettingChange(Kind kind, String name, List<Value> values, SourceRange range) implements Node {
    /** The forms. */
    public enum Kind {
        VALUE,
        DEFAULT,
        CURRENT,
        RESET,
        RESET_ALL,
        /** {@code SET TRANSACTION}, {@code SET SESSION CHARACTERISTICS} and {@code SET TRANSACTION SNAPSHOT}. */
        MULTI
    }

    /**
     * One value.
     *
     * @param text a string without its quotes, a word folded, a number with its sign
     * @param string whether it was written as a string
     */
    public record Value(String text, boolean string, SourceRange range) implements Node {}

    /** Returns the values as the server would show them, separated by comma and blank. */
    public String text() {
        return String.join(", ", values.stream().map(Value::text).toList());
    }
}
