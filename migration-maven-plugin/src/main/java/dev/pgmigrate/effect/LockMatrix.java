package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.FactTable;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.PostgresVersion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The locks, scans and rewrites of every {@link Operation}, read from {@code locks.csv}. */
public final class LockMatrix {
    private static final String RESOURCE = "locks.csv";

    private LockMatrix() {}

    /** Which table of an operation a row is about. */
    public enum Target {
        /** The table that the statement names. */
        TABLE,
        /** The table that a foreign key refers to. */
        REFERENCED,
        /** The table whose foreign key refers to it. */
        REFERENCING,
        /** The table that it inherits from, or is a partition of. */
        PARENT,
        /** The partition that is attached or detached. */
        PARTITION
    }

    /**
     * One line of the matrix.
     *
     * @param from the first major version that it holds for
     * @param to the last one
     */
    public record Row(Operation operation, Target target, LockMode mode, Work work, int from, int to) {
        boolean holdsFor(PostgresVersion version) {
            return version.isAtLeast(from) && version.major() <= to;
        }
    }

    /** Returns what an operation does on a server of {@code version}. */
    public static List<Row> rows(Operation operation, PostgresVersion version) {
        return Table.ROWS.getOrDefault(operation, List.of()).stream()
                .filter(row -> row.holdsFor(version))
                .toList();
    }

    /** Returns every row. */
    public static List<Row> all() {
        return Table.ROWS.values().stream().flatMap(List::stream).toList();
    }

    /** Read once, when a rule first asks. */
    private static final class Table {
        private static final Map<Operation, List<Row>> ROWS = read();

        private static Map<Operation, List<Row>> read() {
            Map<Operation, List<Row>> rows = new EnumMap<>(Operation.class);
            for (String line : FactTable.lines(LockMatrix.class, RESOURCE)) {
                Row row = row(line);
                rows.computeIfAbsent(row.operation(), operation -> new ArrayList<>())
                        .add(row);
            }
            return rows;
        }

        private static Row row(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    Operation.valueOf(constant(cells[0])),
                    Target.valueOf(constant(cells[1])),
                    LockMode.valueOf(constant(cells[2])),
                    Work.valueOf(constant(cells[3])),
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]));
        }

        private static String constant(String cell) {
            return cell.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        }
    }
}
