package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.schema.SecretMask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Options as catalogs hold them, {@code name=value} on each line. */
final class OptionList {
    private final Map<String, String> options = new LinkedHashMap<>();

    OptionList(String text) {
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                options.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
    }

    /** Returns {@code (fillfactor = '70')} for a relation or a column; names get {@code prefix}. */
    String parameters(String prefix) {
        return options.entrySet().stream()
                .map(option -> prefix + option.getKey() + " = " + Literal.quote(option.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns the names of those that {@code other} lacks. */
    List<String> without(OptionList other, String prefix) {
        return options.keySet().stream()
                .filter(name -> !other.options.containsKey(name))
                .map(name -> prefix + name)
                .toList();
    }

    /** Returns {@code (host 'a', port 'b')} for what belongs to a foreign data wrapper, without secrets. */
    String foreign() {
        return options.entrySet().stream()
                .filter(option -> !SecretMask.isMasked(option.getValue()))
                .map(option -> Identifier.quoteIdent(option.getKey()) + " " + Literal.quote(option.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns the changes from {@code before}, {@code ADD host 'a', DROP port}. */
    String foreignChanges(OptionList before) {
        List<String> changes = new ArrayList<>();
        options.forEach((name, value) -> {
            String old = before.options.get(name);
            if (!value.equals(old) && !SecretMask.isMasked(value)) {
                changes.add((old == null ? "ADD " : "SET ") + Identifier.quoteIdent(name) + " " + Literal.quote(value));
            }
        });
        before.without(this, "").forEach(name -> changes.add("DROP " + Identifier.quoteIdent(name)));
        return String.join(", ", changes);
    }
}
