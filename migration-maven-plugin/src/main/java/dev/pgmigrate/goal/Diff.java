package dev.pgmigrate.goal;

import dev.pgmigrate.drift.Drift;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.DriftSide;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the schema that migrations produce with a database, or any two of files, databases and an empty schema. */
public final class Diff {
    private final Request request;

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
        try (SideReader reader = new SideReader(request.server())) {
            return new Diff(request).run(reader);
        }
    }

    private Result run(SideReader reader) {
        List<Failure> failures = new ArrayList<>();
        // The other side is built on a server of the same version, since versions print some definitions differently.
        boolean live = request.to() instanceof DiffSide.Live;
        Optional<DriftSide> first = reader.read(live ? request.to() : request.from(), PostgresVersion.NEWEST, failures);
        PostgresVersion version = first.map(side -> side.snapshot().version()).orElse(PostgresVersion.NEWEST);
        Optional<DriftSide> second = reader.read(live ? request.from() : request.to(), version, failures);
        Optional<DriftSide> from = live ? second : first;
        Optional<DriftSide> to = live ? first : second;
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

    private static String described(DiffSide side, DriftSide read) {
        return side.name() + " (PostgreSQL " + read.snapshot().version() + ")";
    }

    private static List<String> notes(Drift drift) {
        List<String> notes = new ArrayList<>(DriftWords.notes(drift));
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
