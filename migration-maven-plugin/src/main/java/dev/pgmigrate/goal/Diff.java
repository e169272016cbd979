package dev.pgmigrate.goal;

import dev.pgmigrate.drift.Drift;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.DriftSide;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.proof.Proof;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the schema that migrations produce with a database, or any two of files, databases and an empty schema. */
public final class Diff {
    private static final String EMPTY = "migrate_diff_empty";
    private static final String REPLAYED = "migrate_diff_files_";

    private final Request request;
    private @Nullable DisposablePostgres server;
    private int databases;

    private Diff(Request request) {
        this.request = request;
    }

    /**
     * What to compare, and how.
     *
     * @param folders the project's migrations; paths are shown relative to their project
     * @param failOnDrift whether a difference fails the goal
     * @param server starts a disposable server of a given version for a side that is not an existing database
     */
    public record Request(
            MigrationFolders folders,
            DiffSide from,
            DiffSide to,
            DriftComparison comparison,
            boolean failOnDrift,
            Function<PostgresVersion, DisposablePostgres> server) {}

    public static Result run(Request request) {
        Diff diff = new Diff(request);
        try {
            return diff.run();
        } finally {
            diff.stop();
        }
    }

    private Result run() {
        List<Failure> failures = new ArrayList<>();
        Optional<DriftSide> live = Optional.empty();
        // The other side is built on a server of the same version, since versions print some definitions differently.
        if (request.to() instanceof DiffSide.Live database) {
            live = Optional.of(read(database.target()));
        }
        Optional<DriftSide> from = side(request.from(), live, failures);
        Optional<DriftSide> to = live.isPresent() ? live : side(request.to(), from, failures);
        if (from.isEmpty() || to.isEmpty()) {
            return result(List.of(), failures, null);
        }
        Drift drift = request.comparison().of(from.get(), to.get());
        List<String> notes = new ArrayList<>();
        notes.add("Compared " + described(request.from(), from.get()) + " with " + described(request.to(), to.get())
                + ".");
        notes.addAll(notes(drift));
        if (!drift.isEmpty() && request.failOnDrift()) {
            failures.add(failure(drift));
        }
        return result(notes, failures, drift);
    }

    private Optional<DriftSide> side(DiffSide side, Optional<DriftSide> other, List<Failure> failures) {
        if (side instanceof DiffSide.Live database) {
            return Optional.of(read(database.target()));
        }
        PostgresVersion version = other.map(known -> known.snapshot().version()).orElse(PostgresVersion.NEWEST);
        DisposablePostgres running = server(version);
        if (!(side instanceof DiffSide.Files files)) {
            return Optional.of(read(running.createDatabase(EMPTY)));
        }
        Migrations migrations = Migrations.read(files.folders());
        ConnectionTarget database = running.createDatabase(REPLAYED + ++databases);
        ConnectionTarget session = files.searchPath().isEmpty()
                ? database
                : database.with("currentSchema", String.join(",", files.searchPath()));
        List<Failure> refused = new ArrayList<>(Test.rejected(migrations));
        if (refused.isEmpty()) {
            Proof proof = new Prover(session).replay(files.preludes(), migrations.all());
            proof.failure().map(Test::failure).ifPresent(refused::add);
        }
        failures.addAll(refused);
        return refused.isEmpty() ? Optional.of(read(database)) : Optional.empty();
    }

    private DisposablePostgres server(PostgresVersion version) {
        DisposablePostgres running = server;
        if (running == null) {
            running = request.server()
                    .apply(version.compareTo(PostgresVersion.NEWEST) > 0 ? PostgresVersion.NEWEST : version);
            server = running;
        }
        return running;
    }

    private void stop() {
        DisposablePostgres running = server;
        if (running != null) {
            running.close();
        }
    }

    private static DriftSide read(ConnectionTarget target) {
        try (ServerConnection connection = ServerConnection.open(target)) {
            return new DriftSide(SchemaSnapshot.read(connection), target.user());
        }
    }

    private static String described(DiffSide side, DriftSide read) {
        return side.name() + " (PostgreSQL " + read.snapshot().version() + ")";
    }

    private static List<String> notes(Drift drift) {
        List<String> notes = new ArrayList<>();
        if (!drift.leftOut().isEmpty()) {
            notes.add(drift.leftOut().entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(", ", "Left out: ", ".")));
        }
        if (!drift.unread().isEmpty()) {
            notes.add("Not readable with these privileges: " + String.join("; ", drift.unread()) + ".");
        }
        if (drift.isEmpty()) {
            notes.add(drift.unread().isEmpty() ? "No difference." : "No difference in what can be seen.");
        }
        return notes;
    }

    private Failure failure(Drift drift) {
        int count = drift.differences().size();
        return Failure.of(
                (count == 1 ? "There is one difference" : "There are " + count + " differences") + " between "
                        + request.from().name() + " and " + request.to().name() + ", above all "
                        + drift.differences().get(0).key() + ".",
                "Write a migration that makes this change, revert it if it was made by hand, or exclude it with"
                        + " -Dmigrate.ignore.");
    }

    private Result result(List<String> notes, List<Failure> failures, @Nullable Drift drift) {
        return new Result(
                "diff",
                request.folders().base(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                failures,
                notes,
                !failures.isEmpty(),
                sources(),
                drift == null ? List.of() : drift.differences(),
                List.of());
    }

    private Map<String, SourceText> sources() {
        return Judgement.sources(Migrations.read(request.folders()));
    }
}
