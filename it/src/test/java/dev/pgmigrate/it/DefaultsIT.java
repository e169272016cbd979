package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds where nothing is configured and another tool runs the files. */
class DefaultsIT {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.example</groupId>
              <artifactId>shop</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build><plugins><plugin>
                <groupId>dev.pgmigrate</groupId>
                <artifactId>migration-maven-plugin</artifactId>
                <version>%s</version>
              </plugin></plugins></build>
            </project>
            """.formatted(System.getProperty("it.version"));

    @Test
    void aSpringProjectWithFlywayIsGreenOnTheFirstDay() {
        MavenBuild build = MavenBuild.empty("defaults-of-flyway")
                .write("pom.xml", POM)
                .write("src/main/resources/application.yml", "spring:\n  flyway:\n    default-schema: shop\n")
                .write(
                        "src/main/resources/db/migration/V1__create_users.sql",
                        "CREATE TABLE users (id bigint PRIMARY KEY);")
                .write(
                        "src/main/resources/db/migration/2025/V2__create_tasks.sql",
                        "CREATE TABLE shop.tasks (id bigint PRIMARY KEY, user_id bigint REFERENCES users);");

        BuildResult result = build.run("migrate:check", "migrate:test").succeeded();

        assertThat(result.report("check").get("migrations")).hasSize(2);
        assertThat(result.report("test").get("migrations").get(1).get("state").asText())
                .isEqualTo("passed");
        result.says("runner=flyway, since src/main/resources/application.yml configures it")
                .says("rerun=tracked, since the runner flyway keeps a history")
                .says("searchPath=shop,public, since")
                .says("Read 1 sub-folder as well")
                .says("No database was compared")
                .says("again error · rollback none");
        build.run("migrate:lint", "-Dmigrate.rerun=required").failed().doesNotSay("rerun=tracked");
    }

    @Test
    void aSupabaseProjectIsProvedWithAStandIn() {
        BuildResult result = MavenBuild.empty("defaults-of-supabase")
                .write("pom.xml", POM)
                .write("supabase/config.toml", "[db]\nmajor_version = 14\n")
                .write("supabase/migrations/20250101000000_create_notes.sql", """
                        CREATE TABLE notes (id bigint PRIMARY KEY, owner uuid DEFAULT auth.uid());
                        ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
                        CREATE POLICY own ON notes TO authenticated USING (owner = (SELECT auth.uid()));
                        """)
                .run("migrate:test", "migrate:lint")
                .succeeded();

        result.says("runner=supabase, since supabase/config.toml is there")
                .says("postgresVersion=14, since supabase/config.toml is there")
                .says("Ran on a disposable PostgreSQL 14")
                .says("The prelude supabase ran first");
    }
}
