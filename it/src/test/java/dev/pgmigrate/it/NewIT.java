package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewIT {
    private static final String PROJECT = "archetype-adds-to-a-project";

    @Test
    void startsAMigrationThatPassesAndPrintsItsPaths() {
        MavenBuild build = MavenBuild.of(PROJECT);

        BuildResult result = build.run("migrate:new", "-Dname=create_customers", "-Dkind=table")
                .succeeded();

        Matcher paths = Pattern.compile(
                        "\\[INFO] Wrote (src/main/resources/db/(?:migration|rollback)/[0-9]{14}_create_customers\\.sql)")
                .matcher(result.log());
        assertThat(paths.results().map(match -> match.group(1)))
                .hasSize(2)
                .allSatisfy(path -> assertThat(build.folder().resolve(path)).exists());
        assertThat(build.run("verify").succeeded().rules("check")).isEmpty();
    }

    /** By the goal: the archetype's own plugin writes the pom anew while it runs, so that a second Maven may not read it. */
    @Test
    void twoAtOnceGetTwoVersions() throws IOException {
        MavenBuild build = MavenBuild.of(PROJECT);

        CompletableFuture<BuildResult> other =
                CompletableFuture.supplyAsync(() -> build.run("migrate:new", "-Dname=create_first"));
        build.run("migrate:new", "-Dname=create_second").succeeded();
        other.join().succeeded();

        try (Stream<Path> files = Files.list(build.folder().resolve("src/main/resources/db/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .map(file -> file.replaceFirst("_.*", ""))
                            .distinct())
                    .hasSize(3);
        }
    }

    @Test
    void asksForTheColumnThatTheNameDoesNotSay() {
        MavenBuild build = MavenBuild.of(PROJECT);

        build.answering("customer_id")
                .run("migrate:new", "-Dname=add_index_to_orders")
                .succeeded()
                .says("Which column? (id, ");

        assertThat(build.folder().resolve("src/main/resources/db/migration"))
                .isDirectoryContaining(file -> written(file).contains("ON public.orders (customer_id)"));
    }

    @Test
    void leavesATodoWhereNobodyAnswers() {
        MavenBuild build = MavenBuild.of(PROJECT);

        build.run("migrate:new", "-Dname=add_index_to_orders").succeeded();

        BuildResult check = build.run("migrate:check").failed();
        assertThat(check.rules("check")).contains("todo-left");
    }

    @Test
    void worksWithoutAProject() {
        MavenBuild build =
                MavenBuild.empty("new-without-a-project").write("db/migrations/007_create_orders.sql", "SELECT 1;\n");

        build.run(
                        "dev.pgmigrate:migration-maven-plugin:" + System.getProperty("it.version") + ":new",
                        "-Dname=create_customers")
                .succeeded()
                .says("[INFO] Wrote db/migrations/008_create_customers.sql")
                .says("[INFO] Wrote db/rollback/008_create_customers.sql");
    }

    @Test
    void writesNothingAtTheRootOfSeveralModules() {
        MavenBuild build = MavenBuild.of("archetype-asks-for-one-module");

        build.run("migrate:new", "-Dname=create_customers")
                .couldNotRun()
                .says("Nothing was written: a migration belongs to one module. Choose it with -pl")
                .says("these have the plugin: api, database.");
        build.run("migrate:new", "-Dname=create_customers", "-pl", "database").succeeded();
    }

    @Test
    void refusesWhatIsNoName() {
        BuildResult result =
                MavenBuild.of(PROJECT).run("migrate:new", "-Dname=2nd try").couldNotRun();

        result.says("Nothing was written: The name \"2nd try\" cannot be used: a name is words in lower case");
    }

    @Test
    void saysWhichHolesATemplateMayHave() {
        MavenBuild.of(PROJECT)
                .write("src/migrate/templates/audit.sql", "${header}\n-- ${ticket}\n")
                .run("migrate:new", "-Dname=audit_orders", "-Dkind=audit")
                .failed()
                .says(
                        "src/migrate/templates/audit.sql:2:4: there is no hole ${ticket}; the holes are ${all_labels}, ${author},");
    }

    private static String written(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
