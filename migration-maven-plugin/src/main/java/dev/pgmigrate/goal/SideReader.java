package dev.pgmigrate.goal;

import dev.pgmigrate.drift.DriftSide;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.proof.Proof;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a database has, and makes those that are not there on a disposable server, which is gone at the end. */
final class SideReader implements AutoCloseable {
    private static final String NAME = "migrate_side_";

    /** A copy of a database has none of its settings (PostgreSQL manual, 22.3 "Template Databases"). */
    private static final String SETTINGS = """
            INSERT INTO pg_catalog.pg_db_role_setting (setdatabase, setrole, setconfig)
            SELECT (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()), s.setrole, s.setconfig
            FROM pg_catalog.pg_db_role_setting s
            WHERE s.setdatabase = (SELECT oid FROM pg_catalog.pg_database WHERE datname = ?)
            """;

    private final Function<PostgresVersion, DisposablePostgres> start;
    private @Nullable DisposablePostgres server;
    private int databases;

    /** @param start starts a disposable server of a version */
    SideReader(Function<PostgresVersion, DisposablePostgres> start) {
        this.start = start;
    }

    /** A database of the disposable server that the migrations were run on. */
    record Replayed(String name, ConnectionTarget database, ConnectionTarget session) {}

    /**
     * Returns what {@code side} has.
     *
     * @param version the version of the other side: a database is made on the same, since versions print some definitions
     *     differently
     * @param failures takes why the files do not run
     */
    Optional<DriftSide> read(DiffSide side, PostgresVersion version, List<Failure> failures) {
        if (side instanceof DiffSide.Live database) {
            return Optional.of(read(database.target()));
        }
        if (side instanceof DiffSide.Files files) {
            return replay(files, version, failures).map(replayed -> read(replayed.database()));
        }
        return Optional.of(read(server(version).createDatabase(name())));
    }

    static DriftSide read(ConnectionTarget target) {
        try (ServerConnection connection = ServerConnection.open(target)) {
            return new DriftSide(SchemaSnapshot.read(connection), target.user());
        }
    }

    /** Runs the migrations; returns nothing where one does not run. */
    Optional<Replayed> replay(DiffSide.Files files, PostgresVersion version, List<Failure> failures) {
        return replay(Migrations.read(files.folders()), files.preludesOrNull(), files.searchPath(), version, failures);
    }

    Optional<Replayed> replay(
            Migrations migrations,
            @Nullable List<SqlFile> preludesOrNull,
            List<String> searchPath,
            PostgresVersion version,
            List<Failure> failures) {
        Replayed replayed = database(name(), server(version)::createDatabase, searchPath);
        List<Failure> refused = new ArrayList<>(PlanLines.unreadable(migrations));
        if (refused.isEmpty()) {
            Proof proof = new Prover(replayed.session())
                    .replay(Test.preludes(migrations, preludesOrNull, searchPath), migrations.all());
            proof.failure().map(Test::failure).ifPresent(refused::add);
        }
        failures.addAll(refused);
        return refused.isEmpty() ? Optional.of(replayed) : Optional.empty();
    }

    /** Returns a database with nothing of a team's, of the platform that {@code side} is of. */
    Replayed base(Migrations migrations, DriftSide side) {
        Migrations none = new Migrations(migrations.folders(), List.of(), List.of(), List.of());
        List<SqlFile> preludes = LivePlatform.preludes(none, side, null);
        return replay(
                        none,
                        preludes == null ? List.of() : preludes,
                        List.of(),
                        side.snapshot().version(),
                        new ArrayList<>())
                .orElseThrow();
    }

    /** Returns a copy of a database, to which nobody may be connected. */
    Replayed copy(Replayed original, List<String> searchPath) {
        DisposablePostgres running = Objects.requireNonNull(server);
        Replayed copy = database(name(), name -> running.createDatabase(name, original.name()), searchPath);
        try (ServerConnection connection = ServerConnection.open(copy.database())) {
            connection.ours().update(SETTINGS, original.name());
        }
        return copy;
    }

    private static Replayed database(String name, Function<String, ConnectionTarget> create, List<String> searchPath) {
        ConnectionTarget database = create.apply(name);
        return new Replayed(
                name,
                database,
                searchPath.isEmpty() ? database : database.with("currentSchema", String.join(",", searchPath)));
    }

    private String name() {
        return NAME + ++databases;
    }

    private DisposablePostgres server(PostgresVersion version) {
        DisposablePostgres running = server;
        if (running == null) {
            running = start.apply(version.compareTo(PostgresVersion.NEWEST) > 0 ? PostgresVersion.NEWEST : version);
            server = running;
        }
        return running;
    }

    @Override
    public void close() {
        DisposablePostgres running = server;
        if (running != null) {
            running.close();
        }
    }
}
