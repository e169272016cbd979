package dev.pgmigrate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProverTest {
    @TempDir
    Path base;

    @Test
    void namesTheStatementThatTheServerRefuses() throws IOException {
        write("001_make.sql", "SELECT 1 AS id INTO made;");
        write("002_fail.sql", "SELECT 1;\n-- Straße 🙂\nSELECT '🙂', missing\n  FROM made;\nSELECT 3;");
        write("003_never.sql", "SELECT 4;");

        Proof proof = replay();

        assertThat(proof.passed())
                .map(passed -> passed.migration().version().toString())
                .containsExactly("001");
        ReplayFailure failure = proof.failure().orElseThrow();
        assertThat(failure.file().path()).isEqualTo("migrations/002_fail.sql");
        assertThat(failure.statementText()).isEqualTo("SELECT '🙂', missing\n  FROM made");
        assertThat(failure.file().source().position(failure.place().start())).isEqualTo(new Position(3, 13));
        assertThat(failure.file().source().text(failure.place())).isEqualTo("missing");
        assertThat(failure.error().orElseThrow().sqlState()).isEqualTo("42703");
    }

    @Test
    void aMigrationThatFailsLeavesNothing() throws IOException {
        write("001_fail.sql", "SELECT 1 AS id INTO half;\nSELECT 1/0;");
        var database = TestPostgres.of(18).newDatabase();

        assertThat(new Prover(database).replay(List.of(), migrations()).failure())
                .isPresent();
        assertThat(new Prover(database).replay(List.of(), List.of()).failure()).isEmpty();

        write("001_fail.sql", "SELECT * FROM half;");
        assertThat(new Prover(database)
                        .replay(List.of(), migrations())
                        .failure()
                        .orElseThrow()
                        .error()
                        .orElseThrow()
                        .sqlState())
                .isEqualTo("42P01");
    }

    @Test
    void oneMigrationsSettingsDoNotReachTheNext() throws IOException {
        write("001_set.sql", "SET search_path = '';\nSELECT 1 AS id INTO public.made;");
        write("002_use.sql", "SELECT * FROM made;");

        assertThat(replay().failure()).isEmpty();
    }

    @Test
    void aSyntaxErrorIsFoundWithoutTheServer() throws IOException {
        write("001_x.sql", "SELECT 1;\nSELECT FROM FROM;");

        assertThat(replay().failure()).hasValueSatisfying(failure -> {
            assertThat(failure.error()).isEmpty();
            assertThat(failure.reason()).isEqualTo("syntax error at or near \"FROM\".");
        });
    }

    @Test
    void aTransactionOfTheFilesOwnStandsAroundAllOfItOrIsRefusedAsApplyDoes() throws IOException {
        write("001_pair.sql", "BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT 1 AS id INTO made; COMMIT;");
        write("002_pairs.sql", "BEGIN; SELECT * FROM made; COMMIT;\nBEGIN; SELECT 2; COMMIT;");

        Proof proof = replay();

        assertThat(proof.passed()).hasSize(1);
        ReplayFailure failure = proof.failure().orElseThrow();
        assertThat(failure.file().source().position(failure.place().start())).isEqualTo(new Position(1, 1));
        assertThat(failure.error()).isEmpty();
    }

    @Test
    void aPreludeMayHaveTransactionsOfItsOwn() {
        SqlFile prelude = SqlFile.of(
                Path.of("p.sql"), "p.sql", "BEGIN; CREATE TABLE a (); COMMIT; BEGIN; CREATE TABLE b (); COMMIT;");

        assertThat(new Prover(TestPostgres.of(18).newDatabase())
                        .replay(List.of(prelude), List.of())
                        .failure())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void thePreludesRun(int version) throws IOException {
        write("001_use.sql", """
            SELECT auth.uid(), auth.jwt(), auth.role(), auth.email(), storage.foldername('a/b/c');
            INSERT INTO auth.users (id, email) VALUES (gen_random_uuid(), 'a@example.org');
            INSERT INTO schema_migrations (version) VALUES ('001');
            """);
        List<SqlFile> preludes = Preludes.NAMES.stream()
                .map(name -> Preludes.named(name).orElseThrow())
                .toList();

        Proof proof = new Prover(TestPostgres.of(version).newDatabase()).replay(preludes, migrations());

        assertThat(proof.failure()).isEmpty();
    }

    private Proof replay() {
        return new Prover(TestPostgres.of(18).newDatabase()).replay(List.of(), migrations());
    }

    private List<Migration> migrations() {
        return Migrations.read(MigrationFolders.find(base, List.of(), null)).all();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(base.resolve("migrations"));
        Files.writeString(base.resolve("migrations").resolve(name), text);
    }
}
