package dev.pgmigrate.ddl;

import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options of a sequence that differ from the server's defaults (PostgreSQL manual, CREATE SEQUENCE). */
final class SequenceOptions {
    private static final Map<String, String> MAXIMUM = Map.of(
            "smallint", String.valueOf(Short.MAX_VALUE),
            "integer", String.valueOf(Integer.MAX_VALUE),
            "bigint", String.valueOf(Long.MAX_VALUE));

    private SequenceOptions() {}

    /** Returns the options for {@code CREATE}, without the type. */
    static List<String> of(SnapshotObject sequence) {
        List<String> options = new ArrayList<>();
        String increment = value(sequence, "increment");
        boolean descending = increment.startsWith("-");
        String minimum = value(sequence, "minimum");
        String maximum = value(sequence, "maximum");
        add(options, "INCREMENT BY ", increment, "1");
        add(options, "MINVALUE ", minimum, descending ? "" : "1");
        add(options, "MAXVALUE ", maximum, descending ? "" : MAXIMUM.getOrDefault(value(sequence, "type"), ""));
        add(options, "START WITH ", value(sequence, "start"), descending ? maximum : minimum);
        add(options, "CACHE ", value(sequence, "cache"), "1");
        if (sequence.property("cycle").isPresent()) {
            options.add("CYCLE");
        }
        return options;
    }

    /** Returns every option for {@code ALTER}. */
    static String all(SnapshotObject sequence) {
        return "INCREMENT BY " + value(sequence, "increment") + " MINVALUE " + value(sequence, "minimum") + " MAXVALUE "
                + value(sequence, "maximum") + " START WITH " + value(sequence, "start") + " CACHE "
                + value(sequence, "cache") + (sequence.property("cycle").isPresent() ? " CYCLE" : " NO CYCLE");
    }

    private static String value(SnapshotObject sequence, String property) {
        return sequence.property(property).orElse("");
    }

    private static void add(List<String> options, String word, String value, String usual) {
        if (!value.equals(usual) && !value.isEmpty()) {
            options.add(word + value);
        }
    }
}
