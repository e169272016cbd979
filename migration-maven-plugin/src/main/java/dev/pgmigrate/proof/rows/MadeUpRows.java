package dev.pgmigrate.proof.rows;

import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.proof.rows.TableShapes.Named;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.SessionSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows that were made up on a database, so that they can be taken away again. Tables that files put rows into
 * themselves get none.
 */
public final class MadeUpRows {
    /** Triggers may wait for what will never be. */
    private static final String BEGIN = "BEGIN; SET LOCAL statement_timeout = '10s'; SET CONSTRAINTS ALL IMMEDIATE";

    /** How many tables are filled in one statement. */
    private static final int TOGETHER = 50;

    /** A table that is altered again and again has enough rows at some time. */
    private static final int MOST_TIMES = 8;

    /** Stands for a table that also has rows of others. */
    private static final int KEPT = Integer.MAX_VALUE;

    /** Who looks into the catalog may mean any table. */
    private static final Set<String> CATALOGS = Set.of("pg_class", "pg_tables", "pg_attribute", "information_schema");

    private static final String ALL = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND oid >= 16384";

    private static final String WRITTEN = """
        SELECT DISTINCT coalesce(pg_partition_root(t.oid::regclass)::oid, t.oid)
        FROM unnest(?::oid[]) AS t (oid) WHERE pg_stat_get_xact_tuples_inserted(t.oid) > 0""";

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final Set<String> written;
    private final boolean none;
    private final Map<Long, Filled> filled = new HashMap<>();
    private final Set<Long> emptied = new HashSet<>();
    private int number;
    private final Set<String> tables = new TreeSet<>();

    /** What is known of a table that has been filled. */
    private record Filled(Named table, int times) {}

    private MadeUpRows(Set<String> written, boolean none) {
        this.written = Set.copyOf(written);
        this.none = none;
    }

    /** Returns rows for all tables but {@code written}, which get theirs from files. */
    public static MadeUpRows except(Set<String> written) {
        return new MadeUpRows(written, false);
    }

    public static MadeUpRows none() {
        return new MadeUpRows(Set.of(), true);
    }

    /** Returns the names of the tables that have been filled. */
    public Set<String> tables() {
        return Set.copyOf(tables);
    }

    /**
     * Fills the empty tables that {@code text} speaks of, and those that they refer to.
     *
     * @param connection a superuser's session of our own, in no transaction, while no other is in one
     */
    public void fill(ServerConnection connection, String text) {
        if (none || !isSuperuser(connection)) {
            return;
        }
        Set<String> words = words(text);
        if (words.stream().anyMatch(CATALOGS::contains)) {
            words.addAll(connection.ours().query(ALL, row -> row.getString(1)));
        }
        List<Named> open = TableShapes.named(connection, words).stream()
                .filter(this::isToBeFilled)
                .toList();
        List<TableShape> ordered = InOrder.ofReferences(TableShapes.read(connection, open));
        for (int i = 0; i < ordered.size(); i += TOGETHER) {
            fill(connection, ordered.subList(i, Math.min(ordered.size(), i + TOGETHER)));
        }
        for (Named table : open) {
            Filled before = filled.get(table.oid());
            tables.add(table.sql());
            filled.put(table.oid(), new Filled(table, before == null ? 1 : before.times() + 1));
        }
    }

    /** Nobody else may take the rows away again past triggers and foreign keys (manual, session_replication_role). */
    private static boolean isSuperuser(ServerConnection connection) {
        return connection
                .ours()
                .queryOne("SELECT current_setting('is_superuser')", row -> row.getString(1))
                .filter("on"::equals)
                .isPresent();
    }

    private boolean isToBeFilled(Named table) {
        Filled before = filled.get(table.oid());
        return before == null
                ? (!table.filled() || emptied.contains(table.oid())) && !written.contains(table.name())
                : table.width() > before.table().width() && before.times() < MOST_TIMES;
    }

    private void fill(ServerConnection connection, List<TableShape> some) {
        Map<TableShape, Map<String, List<String>>> values = values(connection, some);
        String block = some.stream()
                .map(table -> RowWriter.block(table, values.getOrDefault(table, Map.of())))
                .collect(Collectors.joining("", "BEGIN\n", "END"));
        SessionSettings.UNLIMITED.reset(connection);
        try {
            connection.execute(BEGIN + "; DO " + Literal.quote(block) + "; COMMIT");
        } catch (ServerException e) {
            connection.rollback(); // a trigger of theirs that does not end: they stay empty
        }
    }

    private Map<TableShape, Map<String, List<String>>> values(ServerConnection connection, List<TableShape> some) {
        Map<TableShape, Map<String, List<String>>> values = new HashMap<>();
        for (TableShape table : some) {
            values.put(table, Candidates.of(table, number));
            number += RowVariant.of(table).size();
        }
        if (some.stream().anyMatch(Constraints::limit)) {
            connection.execute(BEGIN);
            try {
                Constraints constraints = new Constraints(connection);
                values.forEach((table, of) -> {
                    if (Constraints.limit(table)) {
                        constraints.narrow(table, of);
                    }
                });
            } finally {
                connection.rollback();
            }
        }
        return values;
    }

    /** Returns whether {@code text} speaks of a table with such rows. */
    public boolean concern(String text) {
        Set<String> words = words(text);
        return filled.values().stream()
                .anyMatch(each -> words.contains(each.table().name()));
    }

    /**
     * Takes note of what the open transaction of {@code connection} has inserted: those rows are not made up, and tables
     * with both keep all.
     *
     * @param touched the relations that it can have written
     */
    public void written(ServerConnection connection, Collection<Long> touched) {
        if (!touched.isEmpty() && !(filled.isEmpty() && emptied.isEmpty())) {
            String oids = touched.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
            connection
                    .ours()
                    .reading(() -> connection.ours().query(WRITTEN, row -> row.getLong(1), oids))
                    .forEach(this::keep);
        }
    }

    private void keep(Long table) {
        emptied.remove(table);
        filled.computeIfPresent(table, (oid, before) -> new Filled(before.table(), KEPT));
    }

    /**
     * Takes the rows away from the tables that {@code text} speaks of, and if there are none, from all.
     *
     * @param connection a superuser's session of our own, in no transaction, while no other is in one
     * @return false if there were none
     */
    public boolean remove(ServerConnection connection, String text) {
        Set<String> words = words(text);
        List<Named> all = filled.values().stream()
                .filter(each -> each.times() != KEPT)
                .map(Filled::table)
                .toList();
        List<Named> some =
                all.stream().filter(table -> words.contains(table.name())).toList();
        List<Named> taken = some.isEmpty() ? all : some;
        if (taken.isEmpty()) {
            return false;
        }
        Set<Long> gone = RowRemover.of(taken, all).from(connection);
        filled.keySet().removeAll(gone);
        emptied.addAll(gone);
        return true;
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        WORD.matcher(text).results().forEach(word -> {
            words.add(word.group());
            words.add(word.group().toLowerCase(Locale.ROOT));
        });
        return words;
    }
}
