package dev.pgmigrate.apply.repair;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.HistoryEntry;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Obstacle;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.server.ServerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes repairs, all of them or none, each with an event that says who, when and why. */
public final class Repairer {
    private final ServerConnection connection;
    private final MigratorSettings settings;
    private final HistoryTable table;
    private final String reason;
    private final @Nullable SupabaseMirror mirror;

    /** Creates one that works in the session of {@code connection} and records {@code reason}. */
    public Repairer(ServerConnection connection, MigratorSettings settings, String reason) {
        this.connection = connection;
        this.settings = settings;
        this.table = settings.table();
        this.reason = reason;
        this.mirror = SupabaseMirror.find(connection).orElse(null);
    }

    /**
     * Writes.
     *
     * @param shown what was shown
     * @param again plans again, under the lock
     * @param waiting is told who holds the history's lock and how long the wait has lasted
     * @throws NotApplicableException if the repairs have changed in the meantime
     */
    public void write(
            RepairPlan shown, Supplier<RepairPlan> again, BiConsumer<Optional<AdvisoryLock.Holder>, Duration> waiting) {
        try (AdvisoryLock lock = AdvisoryLock.take(
                ServerConnection.open(connection.target(), connection.waits()), table, settings.lockWait(), waiting)) {
            SchemaHistory history = new SchemaHistory(connection, table);
            history.create();
            history.requireErasable();
            if (!again.get().equals(shown)) {
                throw changed();
            }
            lock.require();
            shown.repairs().forEach(Repairer::restore);
            connection
                    .ours()
                    .inTransaction(
                            table.name() + " " + SupabaseMirror.NAME,
                            () -> shown.repairs().forEach(this::write));
        }
    }

    /** Runs before the event that records it, and never overwrites a file. */
    private static void restore(HistoryRepair repair) {
        if (repair instanceof HistoryRepair.RestoreFile file) {
            try {
                Files.writeString(file.path(), file.text(), StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + file.path(), e);
            }
        }
    }

    private void write(HistoryRepair repair) {
        if (repair instanceof HistoryRepair.AcceptChecksum accept) {
            HistoryEntry entry = settings.entry(accept.file());
            update(
                    "UPDATE " + table.sql() + " SET checksum = ?, name = ? WHERE version = ?",
                    entry.checksum(),
                    entry.name(),
                    accept.version());
        } else if (repair instanceof HistoryRepair.FollowRenumbering follow) {
            follow(follow);
        } else if (repair instanceof HistoryRepair.RemoveRow || repair instanceof HistoryRepair.MarkReverted) {
            remove(repair.version());
            forgetInMirror(repair.version());
        } else if (repair instanceof HistoryRepair.ClearFailed) {
            remove(repair.version());
        } else if (repair instanceof HistoryRepair.MarkApplied mark) {
            markApplied(settings.entry(mark.file()));
            if (mirror != null) {
                mirror.recordKnown(mark.file());
            }
        } else if (repair instanceof HistoryRepair.TellSupabase tell && mirror != null) {
            mirror.recordKnown(tell.file());
        }
        event(repair);
    }

    private void follow(HistoryRepair.FollowRenumbering follow) {
        HistoryEntry entry = settings.entry(follow.file());
        update(
                "UPDATE " + table.sql() + " SET version = ?, name = ?, checksum = ? WHERE version = ?",
                entry.version(),
                entry.name(),
                entry.checksum(),
                follow.version());
        forgetInMirror(follow.version());
        if (mirror != null) {
            mirror.recordKnown(follow.file());
        }
    }

    private void remove(String version) {
        update("DELETE FROM " + table.sql() + " WHERE version = ?", version);
        connection.ours().update("DELETE FROM " + table.statementsSql() + " WHERE version = ?", version);
    }

    private void forgetInMirror(String version) {
        if (mirror != null && MigrationVersion.isVersion(version)) {
            mirror.forget(MigrationVersion.of(version));
        }
    }

    private void markApplied(HistoryEntry entry) {
        update("""
                INSERT INTO %1$s AS h (version, name, checksum, applied_rank, state, tool_version)
                SELECT ?, ?, ?, coalesce(max(applied_rank), 0) + 1, 'applied', ? FROM %1$s
                ON CONFLICT (version) DO UPDATE SET name = excluded.name, checksum = excluded.checksum,
                    applied_rank = excluded.applied_rank, applied_at = clock_timestamp(), execution_time_ms = NULL,
                    applied_by = current_user, state = excluded.state, tool_version = excluded.tool_version
                WHERE h.state = 'failed'
                """.formatted(table.sql()), entry.version(), entry.name(), entry.checksum(), entry.toolVersion());
        connection.ours().update("DELETE FROM " + table.statementsSql() + " WHERE version = ?", entry.version());
    }

    private void event(HistoryRepair repair) {
        connection
                .ours()
                .update(
                        "INSERT INTO " + table.eventsSql()
                                + " (version, kind, outcome, source_commit, detail, tool_version)"
                                + " VALUES (?, 'repair', 'succeeded', ?, ?, ?)",
                        repair instanceof HistoryRepair.FollowRenumbering follow
                                ? follow.file().version().toString()
                                : repair.version(),
                        settings.commitOrNull(),
                        RepairWords.of(repair) + "; reason: " + reason,
                        settings.toolVersion());
    }

    private void update(String sql, @Nullable Object... parameters) {
        if (connection.ours().update(sql, parameters) != 1) {
            throw changed();
        }
    }

    private static NotApplicableException changed() {
        return new NotApplicableException(List.of(new Obstacle(
                Obstacle.Kind.CHANGED_MEANWHILE,
                "",
                Obstacle.START,
                "Another session has changed the history in the meantime.",
                "Check again: mvn migrate:status")));
    }
}
