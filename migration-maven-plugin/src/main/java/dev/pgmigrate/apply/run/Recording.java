package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryEntry;
import dev.pgmigrate.apply.history.HistoryRecords;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.Migration;
import java.util.List;

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

    /** Returns SQL that records a success; {@code millis} is SQL for how long it took, in milliseconds. */
    List<String> succeeded(String millis) {
        return switch (direction) {
            case FORWARD -> records.applied(entry, millis);
            case BACK -> records.reverted(entry, migration.path() + ", checksum " + entry.checksum());
        };
    }

    /** Returns what writes that it failed, for a transaction of its own. */
    List<String> failed(long millis, String detail) {
        return switch (direction) {
            case FORWARD -> records.failed(entry, millis, detail);
            case BACK -> records.revertFailed(entry, detail);
        };
    }

    /** Returns SQL that tells the Supabase CLI's history, and fails where that knows better. */
    String guardedMirrorSql(SupabaseMirror mirror) {
        return switch (direction) {
            case FORWARD -> mirror.guardedSql(migration);
            case BACK -> mirror.forgetSql(migration);
        };
    }

    /** Returns the same for a script that people read. */
    String mirrorSql(SupabaseMirror mirror) {
        return switch (direction) {
            case FORWARD -> mirror.recordSql(migration);
            case BACK -> mirror.forgetSql(migration);
        };
    }
}
