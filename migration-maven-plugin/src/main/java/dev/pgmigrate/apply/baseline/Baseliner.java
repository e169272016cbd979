package dev.pgmigrate.apply.baseline;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.DryRunScript;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.plan.DatabaseContent;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts the history of a database that was there before it.
 *
 * <p>Nothing is run, and another tool's table is only read.
 */
public final class Baseliner {
    private final ServerConnection connection;
    private final MigratorSettings settings;

    private final @Nullable Consumer<String> dryRun;

    public Baseliner(ServerConnection connection, MigratorSettings settings) {
        this(connection, settings, null);
    }

    /**
     * Returns one that, where {@code dryRun} is not null, hands it what would be sent to the server, and changes nothing.
     */
    public Baseliner(ServerConnection connection, MigratorSettings settings, @Nullable Consumer<String> dryRun) {
        this.connection = connection;
        this.settings = settings;
        this.dryRun = dryRun;
    }

    /** Counts every file up to {@code version} as applied. */
    public Adoption upTo(Migrations migrations, MigrationVersion version) {
        List<Migration> files = migrations.all().stream()
                .filter(file -> file.version().compareTo(version) <= 0)
                .toList();
        return start(new Adoption("version " + version, files, List.of(), List.of()));
    }

    /**
     * Counts as applied what the history of another tool says is.
     *
     * @throws Adoption.RefusedException if there is no such history, or it cannot be read so
     */
    public Adoption from(Migrations migrations, QualifiedName table) {
        return start(new ForeignRows(connection, table).match(migrations));
    }

    /**
     * As {@link #from}, with the one history that the database holds.
     *
     * @throws Adoption.RefusedException if it holds none, or several
     */
    public Adoption fromTheOnly(Migrations migrations) {
        List<DatabaseContent.ForeignHistory> found =
                DatabaseContent.of(connection, settings.table()).histories();
        if (found.size() != 1) {
            throw new Adoption.RefusedException(
                    found.isEmpty()
                            ? "No other tool's history is in this database. Start at a version: mvn migrate:baseline"
                                    + " -Dmigrate.baselineVersion=VERSION"
                            : "Several histories are in this database: " + found + ". Name one with migrate.adopt.");
        }
        return from(migrations, found.get(0).table());
    }

    private Adoption start(Adoption adoption) {
        if (dryRun != null) {
            requireNotStarted();
            dryRun.accept(script(adoption));
            return adoption;
        }
        try (ServerConnection second = ServerConnection.open(connection.target());
                AdvisoryLock lock =
                        AdvisoryLock.take(second, settings.table(), settings.lockWait(), (holder, waited) -> {})) {
            SchemaHistory history = requireNotStarted();
            history.create();
            lock.require();
            write(history, adoption);
            return adoption;
        }
    }

    private SchemaHistory requireNotStarted() {
        SchemaHistory history = new SchemaHistory(connection, settings.table());
        if (history.exists() && !history.rows().isEmpty()) {
            throw new Adoption.RefusedException("The history " + settings.table() + " has been started: it has "
                    + history.rows().size() + " rows. mvn migrate:status shows them.");
        }
        return history;
    }

    private String script(Adoption adoption) {
        SchemaHistory history = new SchemaHistory(connection, settings.table());
        Optional<SupabaseMirror> mirror = mirror(adoption);
        DryRunScript script = new DryRunScript("baseline", connection, settings.table());
        script.section("What counts as applied, by " + adoption.source() + ".");
        script.statement("BEGIN");
        for (Migration migration : adoption.adopted()) {
            script.statement(history.baselineSql(settings.entry(migration), detail(adoption)));
            mirror.ifPresent(table -> script.statement(table.recordSql(migration)));
        }
        script.statement("COMMIT");
        return script.toString();
    }

    private Optional<SupabaseMirror> mirror(Adoption adoption) {
        return adoption.source().equals(SupabaseMirror.TABLE) ? Optional.empty() : SupabaseMirror.find(connection);
    }

    private static String detail(Adoption adoption) {
        return "adopted from " + adoption.source();
    }

    private void write(SchemaHistory history, Adoption adoption) {
        Optional<SupabaseMirror> mirror = mirror(adoption);
        connection.execute("BEGIN");
        try {
            for (Migration migration : adoption.adopted()) {
                history.recordBaseline(settings.entry(migration), detail(adoption));
                mirror.ifPresent(table -> table.record(migration));
            }
            connection.execute("COMMIT");
        } catch (RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }
}
