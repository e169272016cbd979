package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Goals in a repository that has no pom, as those of Supabase and Node projects. */
class WithoutPomIT {
    private static final String PLUGIN =
            "dev.pgmigrate:migration-maven-plugin:" + System.getProperty("it.version") + ":";

    private static final String MIGRATION = """
            -- migrate:irreversible reason="nothing to undo"
            CREATE TABLE IF NOT EXISTS public.%1$s (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
            );
            ALTER TABLE public.%1$s ENABLE ROW LEVEL SECURITY;
            CREATE POLICY %1$s_select ON public.%1$s FOR SELECT TO anon USING (true);
            """;

    private static MavenBuild project() {
        return MavenBuild.empty("without-pom")
                .write("supabase/migrations/20250101000000_create_users.sql", MIGRATION.formatted("users"))
                .write("supabase/migrations/20250102000000_create_tasks.sql", MIGRATION.formatted("tasks"));
    }

    private static BuildResult run(MavenBuild build, String... goals) {
        return build.run(Stream.concat(
                        Arrays.stream(goals).map(goal -> goal.startsWith("-") ? goal : PLUGIN + goal),
                        Stream.of("-Dmigrate.url=embedded", "-Dmigrate.prelude=supabase", "-Dmigrate.rerun=tracked"))
                .toArray(String[]::new));
    }

    @Test
    void judgesRewritesAndProves() {
        BuildResult result = run(project(), "validate", "lint", "fix", "test").succeeded();

        assertThat(result.report("validate").get("migrations")).hasSize(2);
        assertThat(result.report("lint").get("migrations")).hasSize(2);
        assertThat(result.report("fix").get("migrations")).hasSize(2);
        assertThat(result.report("test").get("migrations").get(1).get("state").asText())
                .isEqualTo("passed");
        assertThat(result.report("report")).isEqualTo(result.report("test"));
    }

    @Test
    void speaksToADatabase() {
        BuildResult result = run(
                        project(),
                        "baseline",
                        "check",
                        "apply",
                        "status",
                        "diff",
                        "-Dmigrate.baselineVersion=20250101000000",
                        "-Dmigrate.failOnDrift=false",
                        "-Dmigrate.reportDirectory=reports")
                .succeeded();

        assertThat(result.folder().resolve("target")).doesNotExist();
        assertThat(result.folder().resolve("reports"))
                .isDirectoryContaining("glob:**/check.json")
                .isDirectoryContaining("glob:**/status.json");
        result.says("20250101000000  create_users  baseline").says("20250102000000  create_tasks  applied");
    }

    @Test
    void namesCommandsThatWorkThere() {
        run(
                        project()
                                .write(
                                        "supabase/migrations/20250103000000_index_tasks.sql",
                                        "CREATE INDEX i ON public.tasks (id);"),
                        "lint")
                .failed()
                .says("mvn dev.pgmigrate:migration-maven-plugin:explain -Dmigrate.rule=")
                .doesNotSay("mvn migrate:");
    }
}
