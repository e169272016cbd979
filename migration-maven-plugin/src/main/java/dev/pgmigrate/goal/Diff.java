package dev.pgmigrate.goal;

import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.drift.Drift;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.DriftSide;
import dev.pgmigrate.drift.ProvenScript;
import dev.pgmigrate.drift.ScriptTrial;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the schema that migrations produce with a database, or any two of files, databases and an empty schema. */
public final class Diff {
    private static final int MOST_SENTENCES = 5;

    private final Request request;

    private Diff(Request request) {
        this.request = request;
    }

    /**
     * What to compare, and how.
     *
     * @param folders the project's migrations; paths are shown relative to their project
     * @param history where the history of a database is
     * @param failOnDrift whether a difference fails the goal
     * @param drops whether the script may lose rows
     * @param scriptOrNull takes the script that makes {@code from} the same as {@code to}, as it runs and as it may be shown;
     *     or null for none
     * @param server starts a disposable server of a given version for a side that is not an existing database
     */
    public record Request(
            MigrationFolders folders,
            DiffSide from,
            DiffSide to,
            DriftComparison comparison,
            HistoryTable history,
            boolean failOnDrift,
            boolean drops,
            @Nullable BiConsumer<String, String> scriptOrNull,
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
        if (version.compareTo(PostgresVersion.NEWEST) > 0) {
            notes.add("PostgreSQL " + version + " is newer than " + PostgresVersion.NEWEST
                    + ", the newest that is supported: what only it has is not compared.");
        }
        notes.addAll(notes(drift));
        if (!drift.isEmpty()
                && request.from() instanceof DiffSide.Files files
                && request.to() instanceof DiffSide.Live database) {
            notes.addAll(historySays(files, database, drift));
        }
        BiConsumer<String, String> taker = request.scriptOrNull();
        if (taker != null && !drift.isEmpty()) {
            notes.addAll(script(reader, from.get(), to.get(), taker));
        }
        if (!drift.isEmpty() && request.failOnDrift()) {
            failures.add(failure(drift));
        }
        return result(notes, failures, drift);
    }

    /** Returns how the differences fit what the history says, since that is what people believe first. */
    private List<String> historySays(DiffSide.Files files, DiffSide.Live database, Drift drift) {
        List<String> notes = new ArrayList<>();
        try (ServerConnection connection = ServerConnection.open(database.target())) {
            Plan plan = new Planner(connection, request.history()).plan(Migrations.read(files.folders()));
            List<String> lost = LostObjects.sentences(DriftLook.applied(plan), drift.differences());
            notes.addAll(lost.subList(0, Math.min(lost.size(), MOST_SENTENCES)));
            if (!plan.pending().isEmpty()) {
                notes.add("Pending, so that what they make is among the differences: "
                        + plan.pending().stream()
                                .map(planned -> planned.version().toString())
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        } catch (DatabaseNotEmptyException e) {
            notes.add("The database has no history, so nothing is known to be applied.");
        } catch (HistoryException e) {
            notes.add("What is applied is unknown: " + e.getMessage());
        }
        return notes;
    }

    /** Tries the script on a copy of {@code from}, made by a script as well where that is a database of others. */
    private List<String> script(SideReader reader, DriftSide from, DriftSide to, BiConsumer<String, String> taker) {
        List<String> notes = new ArrayList<>();
        Migrations migrations = Migrations.read(request.folders());
        SideReader.Replayed copy = reader.base(migrations, from);
        ProvenScript script;
        try (ServerConnection connection = ServerConnection.open(copy.database())) {
            String runner = copy.database().user();
            ProvenScript copied = new ScriptTrial(connection, runner, request.comparison(), false).towards(from);
            if (!copied.remaining().isEmpty()) {
                notes.add("The script was tried on a copy that lacks " + ScriptText.words(copied.remaining()) + ".");
            }
            script = new ScriptTrial(connection, runner, request.comparison(), request.drops()).towards(to);
        }
        notes.addAll(ScriptText.leftOut(script));
        notes.add(
                script.remaining().isEmpty()
                        ? "Proved on a copy: the script makes " + request.from().name() + " the same as "
                                + request.to().name() + "."
                        : "Still different after the script: " + ScriptText.words(script.remaining()) + ".");
        String text = ScriptText.of(script);
        taker.accept(text, Secrets.in(migrations).hide(text));
        return notes;
    }

    private static String described(DiffSide side, DriftSide read) {
        return side.name() + " (PostgreSQL " + read.snapshot().version() + ")";
    }

    private static List<String> notes(Drift drift) {
        List<String> notes = new ArrayList<>(DriftWords.notes(drift));
        if (drift.isEmpty()) {
            notes.add(drift.unread().isEmpty() ? "No difference." : "No difference, as far as it can be seen.");
        }
        return notes;
    }

    private Failure failure(Drift drift) {
        int count = drift.differences().size();
        return Failure.of(
                (count == 1 ? "There is one difference" : "There are " + count + " differences") + " between "
                        + request.from().name() + " and " + request.to().name() + ", above all "
                        + drift.differences().get(0).key()
                        + (drift.unread().isEmpty() ? "." : ", as far as it can be seen."),
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
