package dev.pgmigrate.apply;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as SQL text, for scripts that people read; what is sent to a server has parameters instead. */
final class SqlLiteral {
    private SqlLiteral() {}

    /** Returns a value as it is written in SQL (manual, 4.1.2.1 "String Constants"). */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String[] texts) {
            return Arrays.stream(texts).map(SqlLiteral::of).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
        }
        String text = value.toString().replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + text + "'" : "E'" + text.replace("\\", "\\\\") + "'";
    }

    /** Returns SQL of ours, in which {@code ?} stands for parameters only, with the values in their places. */
    static String fill(String sql, @Nullable Object... values) {
        StringBuilder filled = new StringBuilder();
        int next = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '?') {
                filled.append(of(values[next++]));
            } else {
                filled.append(c);
            }
        }
        return filled.toString();
    }
}
