package dev.pgmigrate.apply;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;

/**
 * Starts the history of a database that was there before it.
 *
 * <p>Nothing is run, and another tool's table is only read.
 */
public final class Baseliner {
    private final ServerConnection connection;
    private final MigratorSettings settings;

    public Baseliner(ServerConnection connection, MigratorSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Counts every file up to {@code version} as applied. */
    public Adoption upTo(Migrations migrations, MigrationVersion version) {
        List<Migration> files = migrations.all().stream()
                .filter(file -> file.version().compareTo(version) <= 0)
                .toList();
        return start(new Adoption("version " + version, files, List.of()));
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
                            ? "No other tool's history is in this database. Start at a version: mvn migrate:baseline -Dmigrate.baselineVersion=VERSION"
                            : "Several histories are in this database: " + found + ". Name one with migrate.adopt.");
        }
        return from(migrations, found.get(0).table());
    }

    private Adoption start(Adoption adoption) {
        try (ServerConnection second = ServerConnection.open(connection.target());
                AdvisoryLock lock =
                        AdvisoryLock.take(second, settings.table(), settings.lockWait(), (holder, waited) -> {})) {
            SchemaHistory history = new SchemaHistory(connection, settings.table());
            if (history.exists() && !history.rows().isEmpty()) {
                throw new Adoption.RefusedException("The history " + settings.table() + " has been started: it has "
                        + history.rows().size() + " rows. mvn migrate:status shows them.");
            }
            history.create();
            lock.require();
            write(history, adoption);
            return adoption;
        }
    }

    private void write(SchemaHistory history, Adoption adoption) {
        SupabaseMirror mirror = SupabaseMirror.find(connection).orElse(null);
        connection.execute("BEGIN");
        try {
            for (Migration migration : adoption.adopted()) {
                history.recordBaseline(
                        new HistoryEntry(
                                migration.version().toString(),
                                migration.name(),
                                migration.checksum().hex(),
                                settings.commitOrNull(),
                                settings.toolVersion()),
                        "adopted from " + adoption.source());
                if (mirror != null && !adoption.source().equals(SupabaseMirror.TABLE)) {
                    mirror.record(migration);
                }
            }
            connection.execute("COMMIT");
        } catch (RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }
}
