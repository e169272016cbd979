package dev.pgmigrate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What shows about policies when the roles that they are for use the tables. */
class PolicyProverTest {
    /** As a hosted service has them; roles are there for the whole server, and others make them as well. */
    private static final String SERVICE = """
        DO $$ BEGIN CREATE ROLE anon; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        DO $$ BEGIN CREATE ROLE authenticated; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        CREATE SCHEMA auth;
        GRANT USAGE ON SCHEMA auth TO PUBLIC;
        CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE
          AS $$ SELECT (NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'sub')::uuid $$;
        CREATE FUNCTION is_admin() RETURNS boolean LANGUAGE sql STABLE AS 'SELECT auth.uid() IS NULL';
        """;

    private static final String TABLE = """
        CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, owner uuid DEFAULT auth.uid(),
          kind text NOT NULL, published boolean NOT NULL DEFAULT true, CHECK (kind <> 'x'));
        ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
        GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO anon, authenticated;
        """;

    @TempDir
    private Path project;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "USING (owner IS NOT DISTINCT FROM auth.uid()) | DELETE INSERT SELECT",
                "FOR SELECT USING (auth.uid() IS NULL OR owner = auth.uid()) | SELECT",
                "FOR SELECT USING (is_admin()) | SELECT",
                "FOR SELECT USING (coalesce(current_setting('app.user', true), '') = '') | SELECT",
                "FOR INSERT WITH CHECK (current_user <> 'service') | INSERT",
                "FOR SELECT USING (published AND (owner = auth.uid() OR owner IS NULL)) | -",
                "FOR SELECT USING (published OR owner = auth.uid()) | -",
                "FOR SELECT USING (true) | -",
                "FOR SELECT TO anon USING (auth.uid() IS NULL) | -",
                "TO authenticated USING (auth.uid() IS NULL) | -",
                "USING (owner = auth.uid()) WITH CHECK (owner = auth.uid()) | -",
                "FOR INSERT WITH CHECK (length(kind) < 100) | -",
            })
    void whatNobodyCanDoThoughNoPolicyMeansItIsFound(String policy, @Nullable String commands) throws IOException {
        Set<String> expected = commands == null
                ? Set.of()
                : List.of(commands.split(" ")).stream()
                        .map(command -> "anon " + command)
                        .collect(Collectors.toSet());

        assertThat(problems(TestPostgres.of(18), TABLE + "CREATE POLICY p ON notes " + policy))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aRowIsMadeUpOfAnyTypes(TestPostgres postgres) throws IOException {
        assertThat(problems(postgres, """
                        CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE DOMAIN short AS varchar(3) NOT NULL;
                        CREATE TABLE other (id bigint PRIMARY KEY);
                        CREATE TABLE t (a mood NOT NULL, b uuid NOT NULL, c jsonb NOT NULL, d text[] NOT NULL,
                          e timestamptz NOT NULL, f date NOT NULL, g numeric(5, 2) NOT NULL, h inet NOT NULL,
                          i interval NOT NULL, j int4range NOT NULL, k boolean NOT NULL, l short, m bytea NOT NULL,
                          n time NOT NULL, o money NOT NULL, q bigint NOT NULL REFERENCES other (id));
                        ALTER TABLE t ENABLE ROW LEVEL SECURITY; GRANT SELECT ON t TO anon;
                        CREATE POLICY p ON t FOR SELECT USING (auth.uid() IS NULL);
                        """)).containsExactly("anon SELECT");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aPolicyThatAsksItselfIsFound(TestPostgres postgres) throws IOException {
        assertThat(problems(postgres, TABLE + "CREATE POLICY p ON notes USING (id IN (SELECT id FROM notes))"))
                .contains(
                        "anon SELECT 42P17",
                        "authenticated DELETE 42P17",
                        "a role with rights on the table SELECT 42P17");
    }

    @Test
    void aRightThatIsMissingIsFound() throws IOException {
        String members = "CREATE TABLE members (id uuid); CREATE POLICY p ON notes FOR SELECT USING"
                + " (owner IN (SELECT id FROM members))";
        assertThat(problems(TestPostgres.of(18), TABLE + members))
                .contains("anon SELECT 42501", "authenticated SELECT 42501");
    }

    @Test
    void aFunctionThatARoleMayNotCallIsFoundWhenRowsAreThere() throws IOException {
        String function = "CREATE FUNCTION mine(uuid) RETURNS boolean LANGUAGE sql AS 'SELECT true'; REVOKE EXECUTE ON"
                + " FUNCTION mine FROM PUBLIC; CREATE POLICY p ON notes FOR SELECT USING (mine(owner))";
        assertThat(problems(TestPostgres.of(18), TABLE + function)).contains("authenticated SELECT 42501");
    }

    @Test
    void whatOnlyTheMadeUpRoleLacksIsNoProblem() throws IOException {
        assertThat(problems(TestPostgres.of(18), """
                        CREATE SCHEMA hidden; CREATE FUNCTION hidden.me() RETURNS int LANGUAGE sql AS 'SELECT 1';
                        CREATE TABLE t (id int DEFAULT hidden.me()); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                        CREATE POLICY p ON t USING (id = hidden.me());""")).isEmpty();
    }

    private Set<String> problems(TestPostgres postgres, String sql) throws IOException {
        ConnectionTarget database = postgres.newDatabase();
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        Path file = Files.createDirectories(project.resolve("migrations")).resolve("001_t.sql");
        Files.writeString(file, sql);
        List<Migration> migrations =
                Migrations.read(MigrationFolders.find(project, List.of(), null)).all();
        ProofPlan plan = new ProofPlan(
                List.of(SqlFile.of(Path.of("service.sql"), "service", SERVICE)),
                migrations,
                Set.of(migrations.get(0).path()),
                Map.of(),
                List.of(),
                Runner.MIGRATE,
                List.of(),
                Duration.ZERO,
                TestRole.SUPERUSER,
                TestRows.GENERATED);
        Proof proof = new Prover(database).prove(plan, new ServerCopies(postgres.server(), name, database));
        assertThat(proof.failure().map(ReplayFailure::reason)).isEmpty();
        return proof.passed().get(0).proved().orElseThrow().policies().stream()
                .map(PolicyProverTest::words)
                .collect(Collectors.toSet());
    }

    private static String words(PolicyProblem problem) {
        String state =
                problem.errorOrNull() == null ? "" : " " + problem.errorOrNull().sqlState();
        return problem.role() + " " + problem.command() + state;
    }
}
