package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.drift.IgnorePatterns;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.proof.Proof;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.scaffold.Known;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.truth.CorpusFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Public projects: the database that {@code apply} makes is what the files make; and all of it, pulled as one migration, makes an
 * empty database the same, and passes the rules. The build looks at a few small ones; {@code -Dcorpus.folders=.*} at all.
 */
class PullTruthTest {
    private static final String SAMPLE = "0rderfl0w.*|Razikus.*";
    private static final int POSTGRES = Integer.getInteger("truth.postgres", 18);
    private static final DriftComparison COMPARISON =
            new DriftComparison(new Exclusions("migrate", "schema_migrations", false), IgnorePatterns.of(List.of()));

    /** The folders that do not run on the embedded server, and why; every other one has to be pulled without exception. */
    private static final Map<String, String> NOT_HERE = Map.of(
            "rafaelminatto1+dudufisio/migrations", "relation \"v_user_orgs\" does not exist.",
            "rafaelminatto1+dudufisio/migrations_backup", "syntax error at or near \"SELECT\".");

    /** A partition's copy of a constraint that was never validated: a new one is made valid. Its name holds the day. */
    private static final Pattern KNOWN =
            Pattern.compile("hatchet-dev\\+hatchet: Still different afterwards, to be written by"
                    + " hand: (constraint public\\.v1_payload_\\d{8}\\.v1_payload_check \\(validated\\)(; )?)+\\.");

    @TempDir
    private Path temporary;

    private final List<String> exceptions = new ArrayList<>();
    private int judged;

    @Test
    void pulledBaselineMakesWhatApplyMade() throws IOException {
        for (CorpusFolder folder : CorpusFolder.all(System.getProperty("corpus.folders", SAMPLE), temporary)) {
            judge(folder);
        }
        System.out.printf("%d folders pulled, %d exceptions%n", judged, exceptions.size());
        exceptions.forEach(System.out::println);
        exceptions.removeIf(KNOWN.asMatchPredicate());
        assertThat(exceptions).isEmpty();
        assertThat(judged).isPositive();
    }

    private void judge(CorpusFolder folder) throws IOException {
        if (folder.migrations().isEmpty()) {
            return;
        }
        ConnectionTarget replayed = database(folder);
        Proof proof = new Prover(replayed)
                .replay(folder.preludes(), folder.migrations().all());
        if (proof.failure().isPresent()) {
            String reason = proof.failure().get().reason();
            if (!reason.equals(NOT_HERE.get(folder.name()))) {
                exceptions.add(folder.name() + " does not run: " + reason);
            }
            return;
        }
        judged++;
        ConnectionTarget applied = database(folder);
        DisposableDatabase.prepare(applied, folder.preludes(), HistoryTable.DEFAULT);
        Result result = Apply.run(new Apply.Request(
                folder.migrations().folders(),
                LintSettings.defaults().neverFailing(),
                new Database(applied, HistoryTable.DEFAULT),
                MigratorSettings.defaults("test"),
                null,
                MigratorListener.NONE));
        result.failures().forEach(failure -> exceptions.add(folder.name() + ": " + failure.message()));
        COMPARISON
                .of(SideReader.read(replayed), SideReader.read(applied))
                .differences()
                .forEach(difference -> exceptions.add(folder.name() + " differs after apply: " + difference.key()));
        pull(folder, applied);
    }

    private void pull(CorpusFolder folder, ConnectionTarget applied) throws IOException {
        Path project = Files.createDirectories(temporary.resolve(folder.name().replace('/', '_') + "_pulled"));
        Files.createDirectories(project.resolve("migrations"));
        MigrationFolders folders = MigrationFolders.find(project, List.of(), null);
        Result pulled = Pull.run(new Pull.Request(
                        folders,
                        new New.Request(
                                project,
                                folders.locations(),
                                null,
                                Path.of(""),
                                "create_schema",
                                "blank",
                                Map.of(),
                                "plain",
                                14,
                                Known.NOTHING,
                                LocalDateTime.of(2025, 1, 2, 3, 4, 5)),
                        applied,
                        folder.preludes(),
                        folder.searchPath(),
                        COMPARISON,
                        LintSettings.defaults(),
                        false,
                        true,
                        true,
                        version -> DisposablePostgres.start(TestPostgres.binaries(version.major()))))
                .result();
        pulled.failures().forEach(failure -> exceptions.add(folder.name() + ": " + failure.message()));
        pulled.notes().stream()
                .filter(note -> !note.startsWith("Proved") && !note.startsWith("Wrote"))
                .filter(note -> !note.startsWith("Left out: "))
                .forEach(note -> exceptions.add(folder.name() + ": " + note));
        LintReport report = Linter.lint(
                Migrations.read(folders), LintSettings.defaults(), RuleCatalog.ALL, AppliedVersions.UNKNOWN);
        report.findings().stream()
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .forEach(finding -> exceptions.add(folder.name() + ": " + finding.rule() + " " + finding.message()));
    }

    private static ConnectionTarget database(CorpusFolder folder) {
        ConnectionTarget database = TestPostgres.of(POSTGRES).newDatabase();
        return folder.searchPath().isEmpty()
                ? database
                : database.with("currentSchema", String.join(",", folder.searchPath()));
    }
}
