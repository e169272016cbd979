package dev.pgmigrate.goal;

import dev.pgmigrate.drift.Drift;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.DriftSide;
import dev.pgmigrate.drift.ProvenScript;
import dev.pgmigrate.drift.ScriptTrial;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.proof.Proof;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a database has and the migrations do not make, as a migration with its rollback. Both are run on copies
 * first; nothing is written that does not run.
 */
public final class Pull {
    private static final String GOAL = "pull";

    private final Request request;
    private final SideReader reader;
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Pull(Request request, SideReader reader) {
        this.request = request;
        this.reader = reader;
    }

    /**
     * What to pull.
     *
     * @param folders the project's migrations
     * @param file the name of the migration, and how it is written
     * @param database the database to pull from
     * @param preludesOrNull what runs before the first migration, or null for what the files need
     * @param searchPath the schemas that unqualified names resolve to; empty for the server's default
     * @param lint the rules that the new files have to meet
     * @param drops whether to write down what loses rows as well
     * @param baseline whether this is the first migration, with everything that the database has
     * @param recorded whether the database's history is told
     * @param server starts a disposable server of a given version
     */
    public record Request(
            MigrationFolders folders,
            New.Request file,
            ConnectionTarget database,
            @Nullable List<SqlFile> preludesOrNull,
            List<String> searchPath,
            DriftComparison comparison,
            LintSettings lint,
            boolean drops,
            boolean baseline,
            boolean recorded,
            Function<PostgresVersion, DisposablePostgres> server) {
        public Request {
            preludesOrNull = preludesOrNull == null ? null : List.copyOf(preludesOrNull);
            searchPath = List.copyOf(searchPath);
        }
    }

    /**
     * The outcome.
     *
     * @param result what a reader has to know
     * @param versions the versions of the new migrations; empty where none was written
     */
    public record Outcome(Result result, List<String> versions) {
        public Outcome {
            versions = List.copyOf(versions);
        }
    }

    public static Outcome run(Request request) {
        Migrations before = Migrations.read(request.folders());
        if (request.baseline() && !before.isEmpty()) {
            return outcome(
                    before,
                    List.of(Failure.of(
                            "The folder has migrations, " + before.all().get(0).path()
                                    + " and others, and a baseline is the first.",
                            "Leave out migrate.baseline: then only what they do not make is written.")),
                    List.of(),
                    List.of());
        }
        try (SideReader reader = new SideReader(request.server())) {
            return new Pull(request, reader).run(before);
        }
    }

    private Outcome run(Migrations before) {
        DriftSide live = SideReader.read(request.database());
        DiffSide.Files files = new DiffSide.Files(
                "the files",
                request.folders(),
                LivePlatform.preludes(before, live, request.preludesOrNull()),
                request.searchPath());
        Optional<SideReader.Replayed> replayed =
                reader.replay(files, live.snapshot().version(), failures);
        if (replayed.isEmpty()) {
            return outcome(
                    before,
                    failures,
                    List.of("Nothing was written: the files do not run, so what they lack is unknown."),
                    List.of());
        }
        SideReader.Replayed base = replayed.get();
        DriftSide made = SideReader.read(base.database());
        Drift drift = request.comparison().of(made, live);
        notes.addAll(DriftWords.notes(drift));
        if (drift.isEmpty()) {
            notes.add("Nothing to pull: the files make what the database has.");
            return outcome(before, List.of(), notes, List.of());
        }
        ProvenScript forward = trial(base, live, request.drops());
        if (forward.changes().isEmpty()) {
            notes.addAll(ScriptText.leftOut(forward));
            notes.add("Nothing was written. Different, to be written by hand: " + ScriptText.words(forward.remaining())
                    + ".");
            return outcome(before, failures, notes, List.of());
        }
        SideReader.Replayed changed = reader.copy(base, request.searchPath());
        rerun(changed, forward);
        ProvenScript back = trial(changed, made, true);
        Map<Path, String> texts = new PulledTexts(request).of(PulledFiles.of(forward, back));
        if (!isProven(base, live, texts)) {
            return outcome(before, failures, notes, List.of());
        }
        notes.addAll(ScriptText.leftOut(forward));
        List<String> paths = New.write(request.folders(), texts).paths();
        notes.add("Wrote " + String.join(", ", paths) + ".");
        if (!request.recorded()) {
            notes.add("The database has this already: -Dmigrate.write records that in its history, or later"
                    + " mvn migrate:repair -Dmigrate.applied=<version>.");
        }
        List<String> versions = pulled(texts).stream()
                .map(migration -> migration.version().toString())
                .toList();
        return outcome(Migrations.read(request.folders()), failures, notes, versions);
    }

    private ProvenScript trial(SideReader.Replayed base, DriftSide wanted, boolean losses) {
        SideReader.Replayed copy = reader.copy(base, request.searchPath());
        try (ServerConnection connection = ServerConnection.open(copy.session())) {
            return new ScriptTrial(connection, copy.database().user(), request.comparison(), losses).towards(wanted);
        }
    }

    private static void rerun(SideReader.Replayed copy, ProvenScript script) {
        try (ServerConnection connection = ServerConnection.open(copy.session())) {
            script.changes().forEach(change -> connection.execute(change.sql()));
        }
    }

    /** Runs the files as they would be: forward, forward again, and back. */
    private boolean isProven(SideReader.Replayed base, DriftSide live, Map<Path, String> texts) {
        SideReader.Replayed copy = reader.copy(base, request.searchPath());
        List<Migration> pulled = pulled(texts);
        for (String run : List.of("", " a second time")) {
            Proof proof = new Prover(copy.session()).replay(List.of(), pulled);
            if (proof.failure().isPresent()) {
                failures.add(Failure.of(
                        "What was to be written does not run" + run + ": "
                                + proof.failure().get().reason(),
                        "Nothing was written. Write this change by hand; mvn migrate:diff shows it."));
                return false;
            }
        }
        List<SchemaDifference> left =
                request.comparison().of(SideReader.read(copy.database()), live).differences();
        if (left.isEmpty()) {
            notes.add("Proved on a copy: the files and the new migration make what the database has.");
        } else {
            notes.add("Still different afterwards, to be written by hand: " + ScriptText.words(left) + ".");
        }
        List<SqlFile> back = new ArrayList<>();
        pulled.forEach(migration -> migration.rollback().ifPresent(rollback -> back.add(0, rollback.sql())));
        Proof undone = new Prover(copy.session()).replay(back, List.of());
        List<SchemaDifference> kept = request.comparison()
                .of(SideReader.read(base.database()), SideReader.read(copy.database()))
                .differences();
        undone.failure().ifPresent(failure -> notes.add("The rollback does not run: " + failure.reason() + "."));
        notes.add(
                kept.isEmpty()
                        ? "Proved on a copy: the rollback restores what the files make."
                        : "The rollback leaves: " + ScriptText.words(kept) + ".");
        return true;
    }

    private List<Migration> pulled(Map<Path, String> texts) {
        return Migrations.read(request.folders(), texts).all().stream()
                .filter(migration -> texts.containsKey(migration.file()))
                .toList();
    }

    private static Outcome outcome(
            Migrations migrations, List<Failure> failures, List<String> notes, List<String> versions) {
        return new Outcome(
                PlanLines.result(GOAL, migrations, Judgement.files(migrations), failures, notes, !failures.isEmpty()),
                versions);
    }
}
