package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.baseline.Baseliner;
import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.foreign.Adoption.Adopted;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Starts the history of an existing database, and takes over what another tool has applied since. */
public final class Baseline {
    private Baseline() {}

    /**
     * Where to start.
     *
     * @param start the version, the table or the tool that determines what counts as applied
     * @param write whether to record what another tool's history says, or only to show it
     * @param dryRunOrNull receives the SQL instead of the server, as it runs and as it may be shown, or null to run it
     * @param waiting is told which session holds the history's lock, and how long the wait has lasted
     */
    public record Request(
            MigrationFolders folders,
            Database database,
            MigratorSettings settings,
            Start start,
            boolean write,
            @Nullable BiConsumer<String, String> dryRunOrNull,
            BiConsumer<Optional<AdvisoryLock.Holder>, Duration> waiting) {}

    /** Determines which migrations a database already has. */
    public sealed interface Start {
        /** Every file up to a version counts as applied, on a person's word. */
        record UpTo(MigrationVersion version) implements Start {}

        /**
         * The table of another tool.
         *
         * @param chosen the file name that a person chose for the version of a row, or {@code none}
         */
        record Table(QualifiedName table, Map<String, String> chosen) implements Start {}

        /**
         * The one table of a tool, wherever it is.
         *
         * @param word the tool's word, or {@code auto}
         */
        record Tool(String word, Map<String, String> chosen) implements Start {}
    }

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        try (ServerConnection connection = request.database().open()) {
            return run(request, migrations, connection);
        } catch (Adoption.RefusedException e) {
            return PlanLines.result(
                    "baseline",
                    migrations,
                    Judgement.files(migrations),
                    List.of(Failure.of(String.valueOf(e.getMessage()), "")),
                    List.of("Nothing was written."),
                    true);
        }
    }

    private static Result run(Request request, Migrations migrations, ServerConnection connection) {
        Baseliner baseliner = new Baseliner(connection, request.settings(), request.waiting());
        Adoption adoption = adoption(request.start(), migrations, baseliner);
        List<String> notes = new ArrayList<>();
        differences(adoption, notes);
        if (!adoption.unclear().isEmpty()) {
            notes.add("Nothing was written.");
            return PlanLines.result(
                    "baseline", migrations, AdoptionLines.of(adoption), AdoptionLines.unclear(adoption), notes, true);
        }
        BiConsumer<String, String> dryRun = request.dryRunOrNull();
        if (dryRun != null) {
            String script = baseliner.script(adoption);
            dryRun.accept(script, Secrets.in(migrations).hide(script));
            notes.add("Dry run: nothing was changed.");
            return shown(migrations, adoption, notes);
        }
        if (!request.write() && !(request.start() instanceof Start.UpTo)) {
            notes.add("Nothing was written. Check the table, then record it with -Dmigrate.write: "
                    + count(adoption.adopted().size()) + " by " + adoption.source() + ".");
            return shown(migrations, adoption, notes);
        }
        baseliner.write(adoption);
        notes.add(count(adoption.adopted().size()) + " from now on, by " + adoption.source() + ".");
        if (!adoption.unmatched().isEmpty()) {
            notes.add("No file matches: "
                    + String.join(
                            ", ",
                            adoption.unmatched().stream()
                                    .map(Adoption.Unmatched::label)
                                    .toList())
                    + ".");
        }
        return PlanLines.result(
                "baseline",
                migrations,
                PlanLines.files(
                        migrations, new Planner(connection, request.database().history()).plan(migrations)),
                List.of(),
                notes,
                false);
    }

    private static String count(int files) {
        return files + (files == 1 ? " migration counts" : " migrations count") + " as applied";
    }

    private static Result shown(Migrations migrations, Adoption adoption, List<String> notes) {
        return PlanLines.result("baseline", migrations, AdoptionLines.of(adoption), List.of(), notes, false);
    }

    private static void differences(Adoption adoption, List<String> notes) {
        for (Adopted adopted : adoption.adopted()) {
            Migration file = adopted.file();
            adopted.differsAt()
                    .ifPresent(at -> notes.add(file.path() + ":"
                            + file.source().position(at.start()) + ": From here on, the file differs from what "
                            + adoption.source() + " recorded of version " + file.version()
                            + ". Find out which of the two the database has before you rely on it."));
        }
    }

    private static Adoption adoption(Start start, Migrations migrations, Baseliner baseliner) {
        if (start instanceof Start.UpTo upTo) {
            return baseliner.upTo(migrations, upTo.version());
        }
        if (start instanceof Start.Table table) {
            return baseliner.from(migrations, table.table(), table.chosen());
        }
        Start.Tool tool = (Start.Tool) start;
        return baseliner.fromTool(migrations, tool.word(), tool.chosen());
    }
}
