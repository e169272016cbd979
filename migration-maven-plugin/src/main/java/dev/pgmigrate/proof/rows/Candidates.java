package dev.pgmigrate.proof.rows;

import dev.pgmigrate.proof.rows.ColumnShape.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Thinks of values for a column, as texts of its type: an ordinary one first, the longest last. */
final class Candidates {
    private static final int LONG = 300;
    private static final int LONGEST = 5000;

    /** Numbers that no migration chooses for rows of its own, small enough to be computed with. */
    private static final int UNUSUAL = 70_000_001;

    private static final int UNUSUAL_SMALL = 30_001;

    /** The key of a partitioned table takes only what some partition takes. */
    private static final int NOT_FRESH = -1;

    /** What texts have to look like where a constraint says so. */
    private static final List<String> FORMS = List.of(
            "made_up",
            "made-up",
            "made.up@example.com",
            "https://example.com/made-up",
            "+14155550100",
            "#a1b2c3",
            "1",
            "USD",
            "US",
            "en",
            "en-US",
            "A1",
            "00000000-0000-4000-8000-000000000000",
            "{}",
            "2001-02-03",
            "12:00",
            "192.0.2.1",
            "1.0.0",
            "0123456789abcdef0123456789abcdef");

    private static final List<String> UNKNOWN = List.of("0", "", "{}", "1", "empty");

    private static final Map<String, List<String>> BY_TYPE = Map.ofEntries(
            Map.entry("bool", List.of("true", "false")),
            Map.entry("int2", List.of("1", "0", "42")),
            Map.entry("int4", List.of("1", "0", "42")),
            Map.entry("int8", List.of("1", "0", "42")),
            Map.entry("numeric", List.of("1", "0", "0.5")),
            Map.entry("float4", List.of("1.5", "0", "42")),
            Map.entry("float8", List.of("1.5", "0", "42")),
            Map.entry("money", List.of("1", "0")),
            Map.entry("date", List.of("2001-02-03", "2024-02-29", "1970-01-01")),
            Map.entry("timestamp", List.of("2001-02-03 04:05:06", "2024-02-29 23:59:59.999999", "1970-01-01")),
            Map.entry("timestamptz", List.of("2001-02-03 04:05:06Z", "2024-02-29 23:59:59.999999Z", "1970-01-01Z")),
            Map.entry("time", List.of("04:05:06", "00:00", "23:59:59")),
            Map.entry("timetz", List.of("04:05:06Z", "00:00Z")),
            Map.entry("interval", List.of("1 day", "0", "1 year 2 mons")),
            Map.entry("uuid", List.of(uuid(1), uuid(2))),
            Map.entry("json", List.of("{}", "[]", "{\"made\": \"up\"}")),
            Map.entry("jsonb", List.of("{}", "[]", "{\"made\": \"up\"}")),
            Map.entry("bytea", List.of("\\x01", "\\x")),
            Map.entry("inet", List.of("192.0.2.1", "2001:db8::1")),
            Map.entry("cidr", List.of("192.0.2.0/24")),
            Map.entry("macaddr", List.of("02:00:00:00:00:01")),
            Map.entry("xml", List.of("<made/>")),
            Map.entry("tsvector", List.of("made up", "")),
            Map.entry("tsquery", List.of("made & up")),
            Map.entry("point", List.of("(1,2)")),
            Map.entry("ltree", List.of("made.up", "")),
            Map.entry("hstore", List.of("", "made=>up")),
            Map.entry("geometry", List.of("POINT(1 2)")),
            Map.entry("geography", List.of("POINT(1 2)")));

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext", "name", "char");

    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])\\d{1,9}(\\.\\d+)?(?![\\w'])");

    private Candidates() {}

    /**
     * Returns values for each column that takes some, by its name.
     *
     * @param number tells fresh values from those of other rows
     */
    static Map<String, List<String>> of(TableShape table, int number) {
        int rows = RowVariant.of(table).size();
        Map<String, List<String>> values = new HashMap<>();
        for (ColumnShape column : table.columns()) {
            String bounds = table.bounds().columns().contains(column.name())
                    ? table.bounds().text()
                    : "";
            String checks = table.checks().stream()
                    .filter(check -> check.columns().contains(column.name()))
                    .map(TableShape.Check::condition)
                    .collect(Collectors.joining(" "));
            values.put(column.name(), of(column, bounds.isEmpty() ? number : NOT_FRESH, rows, bounds + ' ' + checks));
        }
        return values;
    }

    /**
     * Returns values, best first.
     *
     * @param number tells fresh values from those of other rows
     * @param rows how many rows there will be
     * @param limits the conditions that they have to meet, in which they may stand
     */
    private static List<String> of(ColumnShape column, int number, int rows, String limits) {
        String conditions = limits + ' ' + column.limits();
        boolean fresh = column.unique() && number != NOT_FRESH;
        Set<String> values = new LinkedHashSet<>();
        for (int i = 0; i < rows && fresh; i++) {
            values.add(fresh(column, number + i));
        }
        if (!conditions.isBlank()) {
            values.addAll(named(column, conditions));
        }
        if (!fresh || !conditions.isBlank()) {
            values.addAll(usual(column));
        }
        if (!conditions.isBlank() && TEXTS.contains(column.base())) {
            values.addAll(FORMS);
        }
        return values.stream()
                .map(value -> column.kind() == Kind.ARRAY ? array(value) : value)
                .distinct()
                .toList();
    }

    private static List<String> usual(ColumnShape column) {
        if (!column.labels().isEmpty()) {
            return column.labels();
        }
        if (column.kind() == Kind.COMPOSITE) {
            return List.of("()", "(,)", "(,,)", "(,,,)", "(,,,,)");
        }
        if (TEXTS.contains(column.base())) {
            int longest = column.length() == 0 ? LONG : Math.min(column.length(), LONGEST);
            return List.of("made up".substring(0, Math.min(7, longest)), "", "x".repeat(longest));
        }
        if (column.base().endsWith("range")) {
            return List.of("empty", "(,)");
        }
        if (column.base().equals("vector") || column.base().equals("halfvec")) {
            return List.of("[" + "0,".repeat(Math.max(0, column.length() - 1)) + "1]");
        }
        return BY_TYPE.getOrDefault(column.base(), UNKNOWN);
    }

    /** The values that conditions name, and those beside them. */
    private static List<String> named(ColumnShape column, String conditions) {
        List<String> values = new ArrayList<>();
        Matcher strings = STRING.matcher(conditions);
        while (strings.find()) {
            values.add(strings.group(1).replace("''", "'"));
        }
        Matcher numbers = NUMBER.matcher(conditions);
        while (numbers.find()) {
            double number = Double.parseDouble(numbers.group());
            for (double near : new double[] {number, number + 1, number - 1}) {
                if (!TEXTS.contains(column.base())) {
                    values.add(near == Math.rint(near) ? String.valueOf((long) near) : String.valueOf(near));
                } else if (near >= 0 && near <= LONGEST) {
                    values.add("x".repeat((int) near));
                }
            }
        }
        return values;
    }

    private static String fresh(ColumnShape column, int number) {
        return switch (column.base()) {
            case "int2" -> String.valueOf(UNUSUAL_SMALL + number % 2000);
            case "int4", "int8", "float8", "numeric", "oid" -> String.valueOf(UNUSUAL + number);
            case "uuid" -> uuid(number);
            case "date" -> LocalDate.of(1901, 1, 1).plusDays(number).toString();
            case "timestamp", "timestamptz" -> LocalDate.of(1901, 1, 1).plusDays(number) + " 04:05:06Z";
            case "inet" -> "198.18." + number / 250 % 250 + "." + number % 250;
            default ->
                column.labels().isEmpty() && TEXTS.contains(column.base())
                        ? end("made-up-" + number, column.length())
                        : usual(column).get(number % usual(column).size());
        };
    }

    private static String end(String text, int length) {
        return length == 0 || text.length() <= length ? text : text.substring(text.length() - length);
    }

    private static String uuid(int number) {
        return String.format("00000000-0000-4000-8000-%012d", number);
    }

    private static String array(String element) {
        return element.isEmpty() ? "{}" : "{\"" + element.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }
}
