package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What broken {@code CONCURRENTLY} statements left in a database (manual, CREATE INDEX, "Building Indexes Concurrently").
 *
 * <p>{@code IF NOT EXISTS} takes an INVALID index for the wanted one, so a second try would call a migration applied whose
 * index nobody can use.
 */
final class Leftovers {
    private static final long BUILD_PAUSE_MILLIS = 250;
    private static final Pattern REINDEX_NAME = Pattern.compile(".*_cc(new|old)\\d*");

    private final ServerConnection connection;

    Leftovers(ServerConnection connection) {
        this.connection = connection;
    }

    /** Returns whether a statement can leave something behind when it fails. */
    static boolean possibleAfter(Statement statement) {
        return (statement instanceof IndexStatement.CreateIndex create && create.concurrently())
                || (statement instanceof IndexStatement.Reindex reindex && reindex.concurrently())
                || (statement instanceof DropStatement.Drop drop && drop.concurrently())
                || detach(statement).isPresent();
    }

    /** Returns what is there now and nobody is working on. A partitioned index is invalid by design until it is whole. */
    Set<Leftover> find() {
        return new LinkedHashSet<>(connection.query(
                """
                SELECT 'INVALID_INDEX', n.nspname, c.relname, tn.nspname, t.relname
                FROM pg_index i
                JOIN pg_class c ON c.oid = i.indexrelid AND c.relkind = 'i' JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                WHERE NOT i.indisvalid
                  AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
                UNION ALL
                SELECT 'PENDING_DETACH', n.nspname, c.relname, tn.nspname, t.relname
                FROM pg_inherits i
                JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_class t ON t.oid = i.inhparent JOIN pg_namespace tn ON tn.oid = t.relnamespace
                WHERE i.inhdetachpending\
                """,
                row -> new Leftover(
                        Leftover.Kind.valueOf(row.getString(1)),
                        QualifiedName.of(row.getString(2), row.getString(3)),
                        QualifiedName.of(row.getString(4), row.getString(5)))));
    }

    /**
     * Removes what an earlier try of {@code statement} left behind, waiting where the server is still at it.
     *
     * @return whether that already did what the statement is for
     */
    boolean clearBefore(Statement statement, Consumer<Leftover> removed) {
        if (statement instanceof IndexStatement.CreateIndex create && create.name() != null) {
            String name = create.name().text();
            QualifiedName table = create.table().qualified();
            awaitBuild(name, table);
            removeWhere(removed, leftover -> leftover.name().name().equals(name) && isOf(leftover, table));
            return false;
        }
        if (statement instanceof IndexStatement.Reindex reindex && reindex.name() != null) {
            removeWhere(
                    removed,
                    leftover -> REINDEX_NAME.matcher(leftover.name().name()).matches());
            return false;
        }
        Optional<AlterTableAction.DetachPartition> detach = detach(statement);
        if (detach.isPresent()) {
            QualifiedName partition = detach.get().partition().qualified();
            return removeWhere(
                            removed,
                            leftover -> leftover.kind() == Leftover.Kind.PENDING_DETACH
                                    && leftover.name().name().equals(partition.name()))
                    > 0;
        }
        return false;
    }

    /**
     * Returns whether removing {@code leftover} after {@code statement} failed takes nothing away that was there before: a
     * failed drop leaves the old index, a failed detach the partition.
     */
    static boolean isSafeToRemoveAfter(Statement statement, Leftover leftover) {
        return statement instanceof IndexStatement && leftover.kind() == Leftover.Kind.INVALID_INDEX;
    }

    /** Removes one; what removes an index must not run in a transaction. */
    void remove(Leftover leftover) {
        connection.execute(leftover.remedy());
    }

    private int removeWhere(Consumer<Leftover> removed, Predicate<Leftover> condition) {
        int count = 0;
        for (Leftover leftover : find()) {
            if (condition.test(leftover)) {
                remove(leftover);
                removed.accept(leftover);
                count++;
            }
        }
        return count;
    }

    private boolean isOf(Leftover leftover, QualifiedName table) {
        return leftover.kind() == Leftover.Kind.INVALID_INDEX
                && connection
                        .queryOne(
                                "SELECT to_regclass(?) IS NOT DISTINCT FROM to_regclass(?)",
                                row -> row.getBoolean(1),
                                sql(leftover.table()),
                                sql(table))
                        .orElse(false);
    }

    /** A server goes on building after its client was killed, until it wants to tell it something. */
    private void awaitBuild(String index, QualifiedName table) {
        while (connection
                .queryOne(
                        "SELECT EXISTS (SELECT FROM pg_stat_progress_create_index p JOIN pg_class c ON c.oid ="
                                + " p.index_relid WHERE c.relname = ? AND p.relid = to_regclass(?) AND p.pid <>"
                                + " pg_backend_pid())",
                        row -> row.getBoolean(1),
                        index,
                        sql(table))
                .orElse(false)) {
            AdvisoryLock.pause(BUILD_PAUSE_MILLIS);
        }
    }

    private static Optional<AlterTableAction.DetachPartition> detach(Statement statement) {
        return statement instanceof TableStatement.AlterTable alter
                        && alter.actions().size() == 1
                        && alter.actions().get(0) instanceof AlterTableAction.DetachPartition detach
                        && detach.concurrently()
                ? Optional.of(detach)
                : Optional.empty();
    }

    private static String sql(QualifiedName name) {
        String own = HistoryTable.quoted(name.name());
        return name.schema()
                .map(schema -> HistoryTable.quoted(schema) + "." + own)
                .orElse(own);
    }
}
