package dev.pgmigrate.apply.history;

import dev.pgmigrate.postgres.Literal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as SQL literals, for scripts that people read; statements for a server use parameters instead. */
public final class SqlLiteral {
    private SqlLiteral() {}

    /** Returns a value as an SQL literal. */
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
        return Literal.quote(value.toString());
    }

    /** Returns SQL of ours, in which {@code ?} outside of names is always a parameter, with the values filled in. */
    public static String fill(String sql, @Nullable Object... values) {
        StringBuilder filled = new StringBuilder();
        int next = 0;
        boolean quoted = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            quoted ^= c == '"';
            if (c == '?' && !quoted) {
                filled.append(of(values[next++]));
            } else {
                filled.append(c);
            }
        }
        return filled.toString();
    }
}
