package dev.pgmigrate.proof.observe;

import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.LockModes;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sees after each statement of a transaction which tables of before it has locked, rewritten and scanned. */
public final class LockObserver {
    private static final String TABLES = """
        SELECT c.oid, n.nspname, c.relname, coalesce(pg_relation_filenode(c.oid), 0),
               CASE WHEN c.relispartition THEN pg_partition_root(c.oid) END::pg_catalog.oid
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f', 'm') AND c.relpersistence <> 't' AND c.oid >= 16384
          AND n.nspname <> 'pg_toast'""";

    /** A lock lasts until the transaction ends (manual, "Table-Level Locks"), and so do the counts of a transaction. */
    private static final String HELD = """
        SELECT l.relation, l.mode, coalesce(pg_relation_filenode(l.relation), 0), pg_stat_get_xact_numscans(l.relation),
               n.nspname, c.relname
        FROM pg_locks l LEFT JOIN pg_class c ON c.oid = l.relation LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.relation >= 16384
          AND l.mode NOT IN ('AccessShareLock', 'RowShareLock')""";

    private final ServerConnection connection;
    private final Map<Long, QualifiedName> names = new HashMap<>();
    private final Map<Long, Long> roots = new HashMap<>();
    private final Set<QualifiedName> tables = new HashSet<>();
    private final Map<Long, Table> last = new HashMap<>();
    private final Map<QualifiedName, Set<LockMode>> held = new HashMap<>();

    private LockObserver(ServerConnection connection) {
        this.connection = connection;
    }

    private record Table(
            Set<LockMode> modes,
            long file,
            long scans,
            @Nullable QualifiedName nameOrNull) {}

    private record Held(long relation, Table table) {}

    /** Returns what observes the next transaction of {@code connection}. */
    public static LockObserver before(ServerConnection connection) {
        LockObserver observer = new LockObserver(connection);
        connection.ours().query(TABLES, row -> {
            long oid = row.getLong(1);
            QualifiedName name = QualifiedName.of(row.getString(2), row.getString(3));
            observer.last.put(oid, new Table(Set.of(), row.getLong(4), 0, name));
            if (row.getLong(5) != 0) {
                observer.roots.put(oid, row.getLong(5));
            }
            observer.names.put(oid, name);
            observer.tables.add(name);
            return oid;
        });
        Touched.prepare(connection);
        return observer;
    }

    /** Returns the names that those of {@code relations} had that are tables of before. */
    public Set<String> names(Collection<Long> relations) {
        Set<String> found = new HashSet<>();
        for (Long relation : relations) {
            QualifiedName name = names.get(relation);
            if (name != null) {
                found.add(name.name());
            }
        }
        return found;
    }

    /** Returns whether a table of this name was there before. */
    public boolean isOfBefore(QualifiedName table) {
        return tables.contains(table);
    }

    /** Returns the locks on tables of before that were held at the last look. */
    public Map<QualifiedName, Set<LockMode>> held() {
        return Map.copyOf(held);
    }

    /** Returns what was done to tables of before since the last time. */
    public List<HeldLock> since() {
        Map<Long, Table> now = new HashMap<>();
        for (Held held : connection
                .ours()
                .reading(() -> connection
                        .ours()
                        .query(
                                HELD,
                                row -> new Held(
                                        row.getLong(1),
                                        new Table(
                                                Set.of(LockModes.of(row.getString(2))),
                                                row.getLong(3),
                                                row.getLong(4),
                                                row.getString(6) == null
                                                        ? null
                                                        : QualifiedName.of(row.getString(5), row.getString(6))))))) {
            if (names.containsKey(held.relation())) {
                now.merge(held.relation(), held.table(), LockObserver::both);
            }
        }
        Map<Long, HeldLock> locks = new HashMap<>();
        held.clear();
        now.forEach((oid, table) -> {
            held.put(name(oid), table.modes());
            Table before = Objects.requireNonNull(last.put(oid, table));
            Set<LockMode> added = EnumSet.copyOf(table.modes());
            added.removeAll(before.modes());
            boolean rewritten = table.file() != 0 && table.file() != before.file();
            boolean scanned = table.scans() > before.scans();
            if (!added.isEmpty() || rewritten || scanned) {
                LockMode mode = added.isEmpty() ? null : Collections.max(added);
                locks.put(oid, new HeldLock(name(oid), table.nameOrNull(), mode, before.modes(), rewritten, scanned));
            }
        });
        return withoutPartitions(locks, now);
    }

    private QualifiedName name(Long oid) {
        return Objects.requireNonNull(names.get(oid));
    }

    /** Whoever locks a table locks its partitions with it. */
    private List<HeldLock> withoutPartitions(Map<Long, HeldLock> locks, Map<Long, Table> now) {
        for (Long oid : List.copyOf(locks.keySet())) {
            HeldLock lock = Objects.requireNonNull(locks.get(oid));
            Long root = roots.get(oid);
            Table table = root == null ? null : now.get(root);
            if (root != null
                    && table != null
                    && (lock.modeOrNull() == null || table.modes().contains(lock.modeOrNull()))) {
                locks.remove(oid);
                HeldLock whole = locks.getOrDefault(
                        root, new HeldLock(name(root), table.nameOrNull(), null, table.modes(), false, false));
                if (locks.containsKey(root) || lock.rewritten() || lock.scanned()) {
                    locks.put(root, whole.with(lock));
                }
            }
        }
        return new ArrayList<>(locks.values());
    }

    private static Table both(Table one, Table other) {
        Set<LockMode> modes = EnumSet.copyOf(one.modes());
        modes.addAll(other.modes());
        return new Table(modes, one.file(), one.scans(), one.nameOrNull());
    }
}
