package dev.pgmigrate.effect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A statement of {@code lock-examples.txt}, and the relation whose lock is meant.
 *
 * @param before what runs first, committed
 */
public record LockExample(Operation operation, String relation, List<String> before, String statement) {
    private static final String SETUP = "CREATE TABLE p (id int PRIMARY KEY);"
            + "INSERT INTO p SELECT generate_series(1, 99);"
            + "CREATE TABLE t (a int, b text); CREATE INDEX t_a_idx ON t (a);"
            + "INSERT INTO t SELECT n, n::text FROM generate_series(1, 99) n;";

    /** Returns at least one for each operation. */
    public static List<LockExample> all() throws IOException {
        List<LockExample> examples = new ArrayList<>();
        List<String> before = new ArrayList<>();
        try (InputStream resource = LockExample.class.getResourceAsStream("lock-examples.txt")) {
            String text = new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8);
            for (String line : text.lines().toList()) {
                if (line.startsWith("> ")) {
                    before.add(line.substring(2));
                } else if (!line.startsWith("#")) {
                    int colon = line.indexOf(": ");
                    String[] words = line.substring(0, colon).split(" on ", 2);
                    Operation operation =
                            Operation.valueOf(words[0].toUpperCase(Locale.ROOT).replace('-', '_'));
                    String relation = words.length == 1 ? "t" : words[1];
                    examples.add(new LockExample(operation, relation, List.copyOf(before), line.substring(colon + 2)));
                    before.clear();
                }
            }
        }
        return examples;
    }

    /** Returns what runs before the statement. */
    public String setup() {
        return SETUP + String.join(";", before);
    }

    String relation(LockMatrix.Target target) {
        return switch (target) {
            case TABLE -> relation;
            case REFERENCED -> "p";
            case PARTITION, REFERENCING -> "t";
            case PARENT -> "w";
        };
    }
}
