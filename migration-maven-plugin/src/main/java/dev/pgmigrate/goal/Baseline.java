package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.baseline.Adoption;
import dev.pgmigrate.apply.baseline.Baseliner;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts the history of a database that was there before it; runs no migration. */
public final class Baseline {
    private Baseline() {}

    /**
     * Which files count as applied.
     *
     * @param upToOrNull all up to this version, or null where another tool's history says it
     * @param tableOrNull that history, or null for the only one that there is
     * @param dryRunOrNull who takes the SQL instead of the server, or null to run it
     */
    public record Request(
            MigrationFolders folders,
            Database database,
            MigratorSettings settings,
            @Nullable MigrationVersion upToOrNull,
            @Nullable QualifiedName tableOrNull,
            @Nullable Consumer<String> dryRunOrNull) {}

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        try (ServerConnection connection =
                ServerConnection.open(request.database().target())) {
            Adoption adoption =
                    adopt(request, migrations, new Baseliner(connection, request.settings(), request.dryRunOrNull()));
            List<String> notes = new ArrayList<>();
            notes.add(adoption.adopted().size() + " migrations count as applied from now on, by " + adoption.source()
                    + ".");
            if (!adoption.unmatched().isEmpty()) {
                notes.add("No file belongs to: " + String.join(", ", adoption.unmatched()) + ".");
            }
            for (Adoption.Changed changed : adoption.changed()) {
                Migration file = changed.file();
                notes.add(file.path() + ":"
                        + file.source().position(changed.at().start()) + ": From here on this is not what "
                        + adoption.source() + " recorded of version " + file.version()
                        + ". Find out which of the two the database has before you trust it.");
            }
            if (request.dryRunOrNull() != null) {
                notes.add("Dry run: nothing was changed.");
            }
            return PlanLines.result(
                    "baseline",
                    migrations,
                    request.dryRunOrNull() != null
                            ? Judgement.files(migrations)
                            : PlanLines.files(
                                    migrations,
                                    new Planner(connection, request.database().history()).plan(migrations)),
                    List.of(),
                    notes,
                    false);
        } catch (Adoption.RefusedException e) {
            return PlanLines.result(
                    "baseline",
                    migrations,
                    Judgement.files(migrations),
                    List.of(Failure.of(String.valueOf(e.getMessage()), "")),
                    List.of(),
                    true);
        }
    }

    private static Adoption adopt(Request request, Migrations migrations, Baseliner baseliner) {
        MigrationVersion upTo = request.upToOrNull();
        if (upTo != null) {
            return baseliner.upTo(migrations, upTo);
        }
        QualifiedName table = request.tableOrNull();
        return table == null ? baseliner.fromTheOnly(migrations) : baseliner.from(migrations, table);
    }
}
