package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What interrupted attempts of a {@code CONCURRENTLY} statement left in a database (manual, CREATE INDEX, "Building
 * Indexes Concurrently"): only of this statement, on the table that it names, and while nobody is working on that table.
 *
 * <p>{@code IF NOT EXISTS} takes an INVALID index for the wanted one, so a second attempt would record a migration as
 * applied whose index is unusable.
 */
final class Leftovers {
    private static final long PAUSE_MILLIS = 250;

    private static final String COLUMNS = "SELECT c.oid, n.nspname, c.relname, tn.nspname, t.relname ";

    /**
     * Every {@code CONCURRENTLY} holds SHARE UPDATE EXCLUSIVE on its table from its first transaction to its last, and
     * {@code pg_locks} shows that to everybody, unlike {@code pg_stat_progress_create_index} (manual, 13.3.1 and 27.4.4).
     */
    private static final String AT_WORK = """
        SELECT l.pid FROM pg_catalog.pg_locks l
        WHERE l.locktype = 'relation' AND l.mode = 'ShareUpdateExclusiveLock' AND l.granted
          AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())
          AND l.pid <> pg_backend_pid() AND l.relation =
        """;

    private static final String TABLE_OF_INDEX =
            "(SELECT i.indrelid FROM pg_catalog.pg_index i WHERE i.indexrelid = ?::oid)";

    private static final String IDLE = " AND NOT EXISTS (" + AT_WORK + "i.indrelid)";

    private final ServerConnection connection;
    private final Duration patience;

    /** Returns those of the database of {@code connection}, which waits for other sessions for so long. */
    Leftovers(ServerConnection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    /** Returns whether a statement can leave something behind when it fails. */
    static boolean possibleAfter(Statement statement) {
        return (statement instanceof IndexStatement.CreateIndex create && create.concurrently())
                || (statement instanceof IndexStatement.Reindex reindex && reindex.concurrently())
                || (statement instanceof DropStatement.Drop drop && drop.concurrently())
                || detach(statement) != null;
    }

    /**
     * Returns whether removing what a failed {@code statement} left cannot remove anything that existed before: a failed
     * drop leaves the old index, a failed detach the partition.
     */
    static boolean isSafeToRemoveAfter(Statement statement) {
        return statement instanceof IndexStatement;
    }

    /** Returns what attempts of {@code statement} left and nobody is working on. */
    Set<Leftover> find(Statement statement) {
        if (statement instanceof IndexStatement.CreateIndex create) {
            return indexes(
                    IndexOfStatement.FROM + " WHERE NOT i.indisvalid" + IDLE + " AND " + IndexOfStatement.CONDITION,
                    IndexOfStatement.parameters(connection, create));
        }
        if (statement instanceof IndexStatement.Reindex reindex && reindex.name() != null) {
            return ofReindex(reindex, reindex.name().qualified());
        }
        if (statement instanceof DropStatement.Drop drop && drop.concurrently()) {
            return indexes(
                    IndexOfStatement.FROM + " WHERE NOT i.indisvalid" + IDLE + " AND i.indexrelid = ?::oid",
                    connection.relation(drop.objects().get(0).name().qualified().quoted()));
        }
        AlterTableAction.DetachPartition detach = detach(statement);
        return detach == null
                ? Set.of()
                : pendingDetach(((TableStatement.AlterTable) statement).name().qualified(), detach);
    }

    /** The copies are named after their index, truncated if necessary, and belong to the table or its TOAST table. */
    private Set<Leftover> ofReindex(IndexStatement.Reindex reindex, QualifiedName name) {
        String copies =
                IndexOfStatement.FROM + " WHERE NOT i.indisvalid" + IDLE + " AND c.relname ~ '_cc(new|old)[0-9]*$'";
        return switch (reindex.target()) {
            case INDEX ->
                indexes(
                        copies + " AND i.indrelid = (SELECT o.indrelid FROM pg_catalog.pg_index o WHERE o.indexrelid ="
                                + " ?::oid) AND starts_with(?, regexp_replace(c.relname, '_cc(new|old)[0-9]*$',"
                                + " ''))",
                        connection.relation(name.quoted()),
                        name.name());
            case TABLE ->
                indexes(
                        copies + " AND i.indrelid IN (SELECT unnest(ARRAY[o.oid, o.reltoastrelid]) FROM"
                                + " pg_catalog.pg_class o WHERE o.oid = ?::oid)",
                        connection.relation(name.quoted()));
            case SCHEMA -> indexes(copies + " AND n.nspname = ?::name", name.name());
            case SYSTEM, DATABASE -> Set.of();
        };
    }

    private Set<Leftover> indexes(String from, @Nullable Object... parameters) {
        return query(Leftover.Kind.INVALID_INDEX, from, parameters);
    }

    private Set<Leftover> pendingDetach(QualifiedName table, AlterTableAction.DetachPartition detach) {
        return query(
                Leftover.Kind.PENDING_DETACH,
                """
                FROM pg_catalog.pg_inherits i
                JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_catalog.pg_class t ON t.oid = i.inhparent
                JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
                WHERE i.inhdetachpending AND i.inhrelid = ?::oid AND i.inhparent = ?::oid""",
                connection.relation(detach.partition().qualified().quoted()),
                connection.relation(table.quoted()));
    }

    private Set<Leftover> query(Leftover.Kind kind, String from, @Nullable Object... parameters) {
        return new LinkedHashSet<>(connection
                .ours()
                .query(
                        COLUMNS + from,
                        row -> new Leftover(
                                kind,
                                row.getLong(1),
                                QualifiedName.of(row.getString(2), row.getString(3)),
                                QualifiedName.of(row.getString(4), row.getString(5))),
                        parameters));
    }

    /**
     * Removes what an earlier attempt of {@code statement} left behind.
     *
     * @return whether that already achieved what the statement is for
     */
    boolean clearBefore(Statement statement, Consumer<Leftover> removed) {
        boolean finished = false;
        if (isSafeToRemoveAfter(statement) || detach(statement) != null) {
            for (Leftover leftover : find(statement)) {
                remove(leftover);
                removed.accept(leftover);
                finished |= leftover.kind() == Leftover.Kind.PENDING_DETACH;
            }
        }
        return finished;
    }

    /** Removes one; what removes an index must not run in a transaction, and both ways may be cut off without harm. */
    void remove(Leftover leftover) {
        connection.execute(leftover.remedy(), patience);
    }

    /**
     * Waits until nobody is working on the table of {@code statement}: after its client was killed, a server continues
     * with a statement until it has something to send.
     *
     * @param waiting is told once for each set of sessions that this waits for
     * @throws OrphanException if one is at it for too long
     */
    void awaitOthers(Statement statement, Consumer<List<Blocker>> waiting) {
        QualifiedName name = workedOn(statement);
        String table = statement instanceof DropStatement ? TABLE_OF_INDEX : "?::oid";
        Set<Integer> told = new HashSet<>();
        long start = System.nanoTime();
        while (name != null) {
            List<Blocker> others =
                    Blocker.query(connection, "(" + AT_WORK + table + ")", connection.relation(name.quoted()));
            if (others.isEmpty()) {
                return;
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(patience) >= 0) {
                throw new OrphanException(others.get(0), waited);
            }
            if (told.addAll(others.stream().map(Blocker::pid).toList())) {
                waiting.accept(others);
            }
            AdvisoryLock.pause(PAUSE_MILLIS);
        }
    }

    /**
     * Returns the table, or the index, whose locks show that an earlier attempt of {@code statement} is still running.
     */
    private static @Nullable QualifiedName workedOn(Statement statement) {
        if (statement instanceof IndexStatement.CreateIndex create) {
            return create.table().qualified();
        }
        if (statement instanceof DropStatement.Drop drop && drop.concurrently()) {
            return drop.objects().get(0).name().qualified();
        }
        return detach(statement) == null
                ? null
                : ((TableStatement.AlterTable) statement).name().qualified();
    }

    private static AlterTableAction.@Nullable DetachPartition detach(Statement statement) {
        return statement instanceof TableStatement.AlterTable alter
                        && alter.actions().size() == 1
                        && alter.actions().get(0) instanceof AlterTableAction.DetachPartition detach
                        && detach.concurrently()
                ? detach
                : null;
    }
}
