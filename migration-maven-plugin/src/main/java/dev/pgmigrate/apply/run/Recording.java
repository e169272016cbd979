package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryEntry;
import dev.pgmigrate.apply.history.HistoryRecords;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.Migration;
import org.jspecify.annotations.Nullable;

/** What the histories are told of one migration, by the direction in which it runs. */
final class Recording {
    private final HistoryRecords records;
    private final Migration migration;
    private final HistoryEntry entry;
    private final Direction direction;

    Recording(HistoryRecords records, MigratorSettings settings, Migration migration, Direction direction) {
        this.records = records;
        this.migration = migration;
        this.entry = settings.entry(migration);
        this.direction = direction;
    }

    /** Returns SQL that records a success; the duration is null while it is not known yet. */
    String succeeded(@Nullable Long millis) {
        return switch (direction) {
            case FORWARD -> records.applied(entry, millis);
            case BACK -> records.reverted(entry, migration.path() + ", checksum " + entry.checksum());
        };
    }

    /** Returns what writes that it failed, for a transaction of its own. */
    String failed(long millis, String detail) {
        return switch (direction) {
            case FORWARD -> records.failed(entry, millis, detail);
            case BACK -> records.revertFailed(entry, detail);
        };
    }

    /** Tells the Supabase CLI's history, as part of the caller's transaction. */
    void mirror(SupabaseMirror mirror) {
        switch (direction) {
            case FORWARD -> mirror.record(migration);
            case BACK -> mirror.forget(migration);
        }
    }

    /** Returns as text what {@link #mirror} sends. */
    String mirrorSql(SupabaseMirror mirror) {
        return switch (direction) {
            case FORWARD -> mirror.recordSql(migration);
            case BACK -> mirror.forgetSql(migration);
        };
    }
}
