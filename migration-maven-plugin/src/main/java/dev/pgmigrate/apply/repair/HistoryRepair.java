package dev.pgmigrate.apply.repair;

import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.migration.Migration;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One repair of a contradiction between files, history and database. */
public sealed interface HistoryRepair {
    /** Returns the version that it is about, as the history spells it or will spell it. */
    String version();

    /** A repair of a row that the history has. */
    sealed interface OfRow extends HistoryRepair {
        HistoryRow row();

        @Override
        default String version() {
            return row().version();
        }
    }

    /** A repair that gives the history a version that it lacks. */
    sealed interface OfFile extends HistoryRepair {
        Migration file();

        @Override
        default String version() {
            return file().version().toString();
        }
    }

    /** The file was changed on purpose: its new text counts as what was applied. */
    record AcceptChecksum(HistoryRow row, Migration file) implements OfRow {}

    /** The file got another version after it was applied. */
    record FollowRenumbering(HistoryRow row, Migration file) implements OfRow {}

    /** The file is gone for good. */
    record RemoveRow(HistoryRow row) implements OfRow {}

    /** The file is gone, and git still has it. */
    record RestoreFile(HistoryRow row, Path path, String text) implements OfRow {}

    /** The failed migration left nothing behind, or it has been cleaned up. */
    record ClearFailed(HistoryRow row, Evidence evidence) implements OfRow {}

    /** It was applied without being recorded. */
    record MarkApplied(Migration file, Evidence evidence) implements OfFile {}

    /** It was undone without being recorded. */
    record MarkReverted(HistoryRow row, @Nullable Migration fileOrNull, Evidence evidence) implements OfRow {}

    /** The history of the Supabase CLI lacks it. */
    record TellSupabase(Migration file) implements OfFile {}
}
