package dev.pgmigrate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proved on several databases at once is what is proved on one. */
class ParallelProofTest {
    private static final List<String> FILES = List.of(
            "CREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY, n int);",
            "CREATE FUNCTION late() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM later; END';",
            "CREATE FUNCTION never() RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM a.nr FROM a; END';",
            "UPDATE a SET n = n + 1;",
            "ALTER TABLE a ADD COLUMN IF NOT EXISTS o int;",
            "CREATE TABLE later (id int);",
            "CREATE INDEX CONCURRENTLY i ON a (n);",
            "ALTER TABLE a ADD CONSTRAINT c CHECK (n > 0);");

    @TempDir
    private Path project;

    @Test
    void whatIsProvedAtOnceIsWhatIsProvedInTurn() throws IOException {
        ProofPlan plan = plan(FILES);

        assertThat(words(inShares(plan, 2))).isEqualTo(words(inTurn(plan)));
        assertThat(words(inTurn(plan)))
                .anyMatch(line -> line.contains("differs"))
                .anyMatch(line -> line.contains("exact"))
                .anyMatch(line -> line.contains("later\" does not exist true"))
                .anyMatch(line -> line.contains("a.nr does not exist false"));
    }

    @Test
    void theFirstThatDoesNotApplyEndsIt() throws IOException {
        for (int broken : List.of(1, 6)) {
            List<String> files = new ArrayList<>(FILES);
            files.set(broken, "SELECT nothing;");
            ProofPlan plan = plan(files);

            Proof proof = inShares(plan, 2);

            assertThat(proof.passed()).hasSize(broken);
            assertThat(proof.failure().orElseThrow().file())
                    .isSameAs(plan.migrations().get(broken).sql());
        }
    }

    /** Roles are seen from every database, so that one run would take what another makes for its own. */
    @Test
    void migrationsAreSharedUnlessTheyChangeTheServer() throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            files.add("SELECT " + i + "; GRANT SELECT ON t TO PUBLIC;");
        }
        ProofPlan plan = plan(files);
        DatabaseCopies ours = copies(TestPostgres.of(18).newDatabase());

        List<ProofPlan> shares = ProofShares.of(plan, ours, 2);

        assertThat(shares).hasSize(2);
        assertThat(shares.stream().flatMap(share -> share.proved().stream()))
                .hasSize(30)
                .doesNotHaveDuplicates();
        assertThat(ProofShares.of(plan, ours, 1)).containsExactly(plan);
        assertThat(ProofShares.of(plan.proving(shares.get(0).proved()), ours, 2))
                .hasSize(1);
        for (String statement :
                List.of("CREATE  ROLE r", "alter user u SUPERUSER", "GRANT one TO two", "DROP DATABASE d")) {
            files.set(7, "DO $$ BEGIN " + statement + "; END $$;");
            assertThat(ProofShares.of(plan(files), ours, 2)).as(statement).hasSize(1);
        }
    }

    private Proof inTurn(ProofPlan plan) {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        try (ProofRun run = new ProofRun(database, copies(database), plan, new Predictions(plan))) {
            return run.whole();
        }
    }

    private Proof inShares(ProofPlan plan, int number) {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        List<String> paths = plan.migrations().stream().map(Migration::path).toList();
        List<ProofPlan> shares = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            shares.add(plan.proving(
                    Set.copyOf(paths.subList(paths.size() * i / number, paths.size() * (i + 1) / number))));
        }
        return new ParallelProof(database, copies(database), new Predictions(plan)).prove(plan, shares);
    }

    private static DatabaseCopies copies(ConnectionTarget database) {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        return new ServerCopies(TestPostgres.of(18).server(), name, database);
    }

    private static List<String> words(Proof proof) {
        assertThat(proof.failure()).isEmpty();
        return proof.passed().stream()
                .map(passed -> {
                    MigrationProof proved = passed.provedOrNull();
                    return passed.migration().path()
                            + (proved == null
                                    ? ""
                                    : " " + proved.secondRun().word() + " "
                                            + proved.rollback().word() + " " + proved.refusedOrNull() + " "
                                            + proved.locks().stream()
                                                    .map(lock -> lock.table() + " " + lock.modeOrNull())
                                                    .toList()
                                            + proved.bodies().stream()
                                                    .map(body -> body.message() + " " + body.mended())
                                                    .toList());
                })
                .collect(Collectors.toList());
    }

    private ProofPlan plan(List<String> files) throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Path rollbacks = Files.createDirectories(project.resolve("rollback"));
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(folder.resolve("%03d_step.sql".formatted(i + 1)), files.get(i));
        }
        Files.writeString(rollbacks.resolve("006_step.sql"), "DROP TABLE IF EXISTS later;");
        List<Migration> migrations =
                Migrations.read(MigrationFolders.find(project, List.of(), null)).all();
        return new ProofPlan(
                List.of(),
                migrations,
                migrations.stream().map(Migration::path).collect(Collectors.toSet()),
                Map.of(),
                List.of(),
                Runner.MIGRATE,
                List.of(),
                Duration.ZERO,
                TestRole.SUPERUSER,
                TestRows.GENERATED);
    }
}
