package dev.pgmigrate.apply.baseline;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.foreign.AdoptedHistory;
import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.foreign.Adoption.Adopted;
import dev.pgmigrate.apply.foreign.ForeignTable;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.DryRunScript;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.apply.history.ReadOnlyException;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.plan.DatabaseContent;
import dev.pgmigrate.apply.plan.OtherHistories;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.SameServer;
import dev.pgmigrate.server.ServerConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Starts the history of an existing database, and takes over what another tool has applied since.
 *
 * <p>No migration is run, and another tool's table is only read. Nothing is written before {@link #write}, so that a
 * person can review the {@link Adoption} first.
 */
public final class Baseliner {
    private final ServerConnection connection;
    private final MigratorSettings settings;
    private final BiConsumer<Optional<AdvisoryLock.Holder>, Duration> waiting;

    /**
     * Creates one that works in the session of {@code connection}.
     *
     * @param waiting is told which session holds the history's lock, and how long the wait has lasted
     */
    public Baseliner(
            ServerConnection connection,
            MigratorSettings settings,
            BiConsumer<Optional<AdvisoryLock.Holder>, Duration> waiting) {
        this.connection = connection;
        this.settings = settings;
        this.waiting = waiting;
    }

    /**
     * Returns the adoption in which every file up to {@code version} counts as applied.
     *
     * @throws Adoption.RefusedException if the history has already been started
     */
    public Adoption upTo(Migrations migrations, MigrationVersion version) {
        SchemaHistory history = new SchemaHistory(connection, settings.table());
        if (history.exists() && !history.rows().isEmpty()) {
            throw started(history);
        }
        List<Adopted> files = migrations.all().stream()
                .filter(file -> file.version().compareTo(version) <= 0)
                .map(Adopted::byWord)
                .toList();
        return new Adoption("version " + version, files, List.of(), List.of());
    }

    /**
     * Returns the adoption of what another tool's history says is applied or, if our own history has been started, of
     * what has been added since.
     *
     * @param chosen the file name that a person chose for the version of a row, or {@code none}
     * @throws Adoption.RefusedException if there is no such history, or our own was started without it
     */
    public Adoption from(Migrations migrations, QualifiedName table, Map<String, String> chosen) {
        ForeignTable foreign = ForeignTable.at(connection, table);
        SchemaHistory history = new SchemaHistory(connection, settings.table());
        if (!history.exists() || history.rows().isEmpty()) {
            return foreign.adoption(migrations, chosen);
        }
        OtherHistories others = OtherHistories.of(connection, history);
        if (!others.knows(foreign.name())) {
            throw started(history);
        }
        return others.news(foreign, migrations, history.rows(), chosen);
    }

    /**
     * Like {@link #from}, with the only history of another tool in the database, or the one of {@code tool}.
     *
     * @param tool the tool's name, such as {@code flyway}; or {@code auto}
     * @throws Adoption.RefusedException if there is none, or several
     */
    public Adoption fromTool(Migrations migrations, String tool, Map<String, String> chosen) {
        List<DatabaseContent.ForeignHistory> found = DatabaseContent.historiesIn(connection).stream()
                .filter(history -> tool.equals("auto") || history.kind().word().equals(tool))
                .toList();
        if (found.size() != 1) {
            String which = tool.equals("auto") ? "other tool's history" : "history of " + tool;
            throw new Adoption.RefusedException(
                    found.isEmpty()
                            ? "No " + which
                                    + " is in this database. Start at a version: mvn migrate:baseline"
                                    + " -Dmigrate.baselineVersion=VERSION"
                            : "Several histories are in this database: " + found + ". Name one with migrate.adopt.");
        }
        return from(migrations, found.get(0).table(), chosen);
    }

    private Adoption.RefusedException started(SchemaHistory history) {
        return new Adoption.RefusedException("The history " + settings.table() + " has already been started: it has"
                + " "
                + history.rows().size() + " rows. mvn migrate:status shows them.");
    }

    /**
     * Writes an adoption into the history, as a whole or not at all.
     *
     * @throws Adoption.RefusedException if something in it is unclear, or another session was faster
     */
    public void write(Adoption adoption) {
        if (!adoption.unclear().isEmpty()) {
            throw new Adoption.RefusedException("Which files " + adoption.source() + " refers to is unclear.");
        }
        ReadOnlyException.refuse(connection);
        try (ServerConnection second = ServerConnection.open(SameServer.of(connection), connection.waits());
                AdvisoryLock lock = AdvisoryLock.take(second, settings.table(), settings.lockWait(), waiting)) {
            SchemaHistory history = new SchemaHistory(connection, settings.table());
            history.create();
            lock.require();
            requireNew(history, adoption);
            writeRows(adoption, lock);
        }
    }

    /** During the review, or while this waited for the lock, another session may have written the same. */
    private void requireNew(SchemaHistory history, Adoption adoption) {
        Set<Object> known = OtherHistories.versions(history.rows());
        if (adoption.adopted().stream()
                .anyMatch(adopted -> known.contains(adopted.file().version()))) {
            throw started(history);
        }
    }

    private void writeRows(Adoption adoption, AdvisoryLock lock) {
        AdoptedHistory history = new AdoptedHistory(connection, settings);
        Optional<SupabaseMirror> mirror = mirror(adoption);
        connection.ours().inTransaction(settings.table() + " " + adoption.source(), () -> {
            for (Adopted adopted : adoption.adopted()) {
                history.write(adoption, adopted);
                mirror.ifPresent(table -> table.recordKnown(adopted.file()));
            }
            adoption.unmatched().forEach(row -> history.writeWithoutFile(adoption, row.version()));
            requireHeld(lock);
        });
    }

    private void requireHeld(AdvisoryLock lock) {
        if (!connection
                .ours()
                .queryOne("SELECT " + lock.condition(), row -> row.getBoolean(1))
                .orElse(false)) {
            throw new LockLostException(null);
        }
    }

    /** Returns what {@link #write} would send, as a script. */
    public String script(Adoption adoption) {
        AdoptedHistory history = new AdoptedHistory(connection, settings);
        Optional<SupabaseMirror> mirror = mirror(adoption);
        DryRunScript script = new DryRunScript("baseline", connection, settings.table());
        script.section("What counts as applied, according to " + adoption.source() + ".");
        script.statement("BEGIN");
        for (Adopted adopted : adoption.adopted()) {
            script.statement(history.sql(adoption, adopted));
            mirror.ifPresent(table -> script.statement(table.recordSql(adopted.file())));
        }
        adoption.unmatched().forEach(row -> script.statement(history.withoutFileSql(adoption, row.version())));
        script.statement("COMMIT");
        return script.toString();
    }

    private Optional<SupabaseMirror> mirror(Adoption adoption) {
        return adoption.source().equals(SupabaseMirror.NAME.toString())
                ? Optional.empty()
                : SupabaseMirror.find(connection);
    }
}
