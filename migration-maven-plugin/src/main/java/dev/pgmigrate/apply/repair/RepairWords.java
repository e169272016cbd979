package dev.pgmigrate.apply.repair;

import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.MigrationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes a repair: to the user before it is made, and in the event that records it. */
public final class RepairWords {
    private RepairWords() {}

    /** Returns what {@code repair} does, without the version. */
    public static String of(HistoryRepair repair) {
        if (repair instanceof HistoryRepair.AcceptChecksum accept) {
            return "changed checksum accepted, " + accept.file().checksum().hex() + " instead of "
                    + accept.row().checksum().orElse("none");
        }
        if (repair instanceof HistoryRepair.FollowRenumbering follow) {
            return "renumbered from " + follow.version() + " to "
                    + follow.file().version();
        }
        if (repair instanceof HistoryRepair.RemoveRow) {
            return "row removed, since its file is gone";
        }
        if (repair instanceof HistoryRepair.RestoreFile restore) {
            return "file " + restore.path().getFileName() + " restored from git";
        }
        if (repair instanceof HistoryRepair.ClearFailed clear) {
            return "failed attempt cleared" + shown(clear.evidence());
        }
        if (repair instanceof HistoryRepair.MarkApplied mark) {
            return "marked as applied" + shown(mark.evidence());
        }
        if (repair instanceof HistoryRepair.MarkReverted mark) {
            return SchemaHistory.MARKED_AS_REVERTED + shown(mark.evidence());
        }
        return "written to " + SupabaseMirror.NAME;
    }

    /** Returns the commands of the Supabase CLI that would do the same to its history. */
    public static List<String> supabaseCommands(HistoryRepair repair) {
        List<String> commands = new ArrayList<>();
        if (repair instanceof HistoryRepair.FollowRenumbering follow) {
            command("reverted", follow.version()).ifPresent(commands::add);
            command("applied", follow.file().version().toString()).ifPresent(commands::add);
        } else if (repair instanceof HistoryRepair.MarkApplied || repair instanceof HistoryRepair.TellSupabase) {
            command("applied", repair.version()).ifPresent(commands::add);
        } else if (repair instanceof HistoryRepair.MarkReverted || repair instanceof HistoryRepair.RemoveRow) {
            command("reverted", repair.version()).ifPresent(commands::add);
        }
        return commands;
    }

    private static Optional<String> command(String status, String version) {
        return MigrationVersion.isVersion(version)
                ? Optional.of("supabase migration repair --status " + status + " "
                        + MigrationVersion.of(version).leadingDigits())
                : Optional.empty();
    }

    private static String shown(Evidence evidence) {
        String text = evidence.holds().isEmpty() ? "" : "; the catalog shows: " + String.join(", ", evidence.holds());
        return evidence.contradicts().isEmpty()
                ? text
                : text + "; insisted although " + String.join(", ", evidence.contradicts());
    }
}
