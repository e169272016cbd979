package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Rerun;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.TestRole;
import dev.pgmigrate.proof.TestRows;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who runs the migrations of a proof, and what that role may do. */
class TestRoleTest {
    @TempDir
    private Path project;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theOwnerMayDoWhatHostedServicesAllow(int version) throws IOException {
        write("001_a.sql", """
                DO $$ BEGIN ASSERT NOT (SELECT rolsuper FROM pg_roles WHERE rolname = session_user); END $$;
                CREATE EXTENSION IF NOT EXISTS pgcrypto;
                CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
                CREATE EXTENSION IF NOT EXISTS vector;
                CREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY, e vector(3));
                ALTER TABLE a OWNER TO postgres;
                DO $$ BEGIN CREATE ROLE a_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                GRANT SELECT ON a TO a_reader;
                ALTER TABLE a ENABLE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS p ON a; CREATE POLICY p ON a USING (true);
                INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING;
                """);
        write(
                "../rollback/001_a.sql",
                "DROP TABLE a; DROP EXTENSION vector; DROP EXTENSION pg_stat_statements;"
                        + " DROP EXTENSION pgcrypto; DROP ROLE a_reader;");
        write("002_b.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS a_e ON a (id);");

        Result result = prove(version, TestRole.OWNER);

        assertThat(result.failures()).isEmpty();
        assertThat(result.files().get(0).proof().flatMap(ProofLine::rollback).map(Verdict::word))
                .contains("exact");
        assertThat(result.notes())
                .anyMatch(note -> note.startsWith("The migrations ran as postgres, which is no superuser"));
    }

    @Test
    void whatFailsOnlyForWantOfSuperuserSaysSo() throws IOException {
        write("001_a.sql", "CREATE TABLE IF NOT EXISTS a (id int);\nCREATE EXTENSION IF NOT EXISTS file_fdw;\n");

        Failure owner = prove(18, TestRole.OWNER).failures().get(0);

        assertThat(owner.place()).isEqualTo("migrations/001_a.sql:2:1");
        assertThat(owner.error().orElseThrow().sqlState()).isEqualTo("42501");
        assertThat(owner.advice())
                .startsWith("Only a superuser may run this, and postgres is none here")
                .contains("-Dmigrate.testRole=superuser");
        assertThat(prove(18, TestRole.SUPERUSER).failures()).isEmpty();
        assertThat(prove(18, null).failures()).isEmpty();
    }

    /** The server says the same where it cannot write. */
    @Test
    void aFullDiskIsNotPutDownToTheMigration() throws IOException {
        write("001_a.sql", "DO $$ BEGIN RAISE disk_full; END $$;");

        assertThat(prove(18, null).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.place()).isEqualTo("migrations/001_a.sql:1:1");
            assertThat(failure.advice()).startsWith("The disk on which the proof runs is full");
        });
    }

    /** A superuser would lack that too. */
    @Test
    void whatNobodyMayDoIsNotPutDownToTheRole() throws IOException {
        write("001_a.sql", "ALTER TABLE pg_class ADD COLUMN a int;");

        assertThat(prove(18, TestRole.OWNER).failures())
                .extracting(Failure::advice)
                .containsExactly("");
    }

    @Test
    void filesForSupabaseRunAsItsOwner() throws IOException {
        write("001_profiles.sql", """
                CREATE TABLE IF NOT EXISTS public.profiles (id uuid PRIMARY KEY REFERENCES auth.users (id) ON DELETE CASCADE);
                ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS own ON public.profiles;
                CREATE POLICY own ON public.profiles USING (auth.uid() = id);
                CREATE OR REPLACE FUNCTION public.handle_new_user() RETURNS trigger LANGUAGE plpgsql
                SECURITY DEFINER SET search_path = '' AS $$
                BEGIN
                  INSERT INTO public.profiles (id) VALUES (new.id);
                  RETURN new;
                END
                $$;
                CREATE OR REPLACE TRIGGER on_auth_user_created AFTER INSERT ON auth.users
                FOR EACH ROW EXECUTE FUNCTION public.handle_new_user();
                INSERT INTO storage.buckets (id, name) VALUES ('avatars', 'avatars') ON CONFLICT DO NOTHING;
                DROP POLICY IF EXISTS avatars ON storage.objects;
                CREATE POLICY avatars ON storage.objects FOR SELECT USING (bucket_id = 'avatars');
                ALTER ROLE authenticator SET statement_timeout = '8s';
                """);
        write("002_realtime.sql", """
                DO $$ BEGIN ALTER PUBLICATION supabase_realtime ADD TABLE public.profiles;
                EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                CREATE EXTENSION IF NOT EXISTS pg_cron;
                SELECT cron.schedule('nightly', '0 3 * * *', 'SELECT 1');
                SELECT vault.create_secret('s', 'name') WHERE NOT EXISTS (SELECT FROM vault.secrets WHERE name = 'name');
                """);

        Result result = prove(18, null);

        assertThat(result.failures()).isEmpty();
        assertThat(result.notes()).anyMatch(note -> note.startsWith("The migrations ran as postgres"));
        assertThat(result.files().get(1).proof().orElseThrow().standIns()).containsExactly("pg_cron", "supabase_vault");
    }

    @Test
    void whatAPreludeMakesInPublicBelongsToTheOwner() throws IOException {
        SqlFile prelude = SqlFile.of(Path.of("old.sql"), "old.sql", """
                CREATE TYPE mood AS ENUM ('calm');
                CREATE TABLE "Old" (id int GENERATED ALWAYS AS IDENTITY, m mood);
                CREATE VIEW old_view AS SELECT * FROM "Old";
                CREATE FUNCTION old_fn(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
                CREATE EXTENSION hstore;
                """);
        write("001_a.sql", """
                ALTER TABLE "Old" ADD COLUMN IF NOT EXISTS more int;
                DROP VIEW IF EXISTS old_view;
                ALTER TYPE mood ADD VALUE IF NOT EXISTS 'wild';
                CREATE OR REPLACE FUNCTION old_fn(int) RETURNS int LANGUAGE sql AS 'SELECT $1 + 1';
                """);

        assertThat(prove(18, TestRole.OWNER, List.of(prelude)).failures()).isEmpty();
    }

    private Result prove(int version, @Nullable TestRole role) {
        return prove(version, role, null);
    }

    private Result prove(int version, @Nullable TestRole role, @Nullable List<SqlFile> preludes) {
        return dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                MigrationFolders.find(project, List.of(), null),
                preludes,
                List.of(),
                Runner.MIGRATE,
                () -> DisposablePostgres.start(TestPostgres.binaries(version)),
                new ProofSettings(Rerun.REQUIRED, null, null, null, ProofSettings.LIMIT, TestRows.GENERATED, role)));
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve("migrations").resolve(name).normalize();
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
