package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.repair.RepairWish;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Tells the history of the database that a pulled migration is from that it is applied there. */
public final class PulledHistory {
    private static final String REASON = "pulled from this database";

    private PulledHistory() {}

    /**
     * Where to record.
     *
     * @param baseline whether the history starts with what was pulled
     * @param waiting is told who has the history's lock, and for how long this has waited
     */
    public record Request(
            MigrationFolders folders,
            Database database,
            MigratorSettings settings,
            boolean baseline,
            BiConsumer<Optional<AdvisoryLock.Holder>, Duration> waiting) {}

    /** Records the new migrations as applied, and returns the result of the pull with what came of that. */
    public static Result record(Pull.Outcome pulled, Request request) {
        List<String> versions = pulled.versions();
        if (versions.isEmpty()) {
            return pulled.result();
        }
        Result recorded = request.baseline()
                ? Baseline.run(new Baseline.Request(
                        request.folders(),
                        request.database(),
                        request.settings(),
                        new Baseline.Start.UpTo(MigrationVersion.of(versions.get(versions.size() - 1))),
                        true,
                        null,
                        request.waiting()))
                : Repair.run(new Repair.Request(
                        request.folders(),
                        request.database(),
                        request.settings(),
                        new RepairWish(List.of(), false, versions, List.of(), true),
                        REASON,
                        true,
                        request.waiting()));
        Result told = pulled.result().with(recorded.files(), recorded.failures());
        return recorded.failures().isEmpty()
                ? told.withNote(
                        versions.size() == 1
                                ? "The history of the database has it as applied."
                                : "The history of the database has them as applied.")
                : told;
    }
}
