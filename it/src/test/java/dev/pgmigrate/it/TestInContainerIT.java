package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.DisposablePostgresException;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.container.ContainerPostgres;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TestInContainerIT {
    private static final String PROJECT = "quick-start";
    private static final String PROVIDER = "-Dmigrate.provider=testcontainers";

    @Test
    void aProofInAContainerSaysWhereItRanAndLeavesNothing() throws IOException, InterruptedException {
        Docker.require("A proof in a container");
        MavenBuild build = MavenBuild.of(PROJECT).environment("TESTCONTAINERS_RYUK_DISABLED", "true");
        Process maven =
                build.start("migrate:test", PROVIDER, "-Dmigrate.image=" + Docker.IMAGE, "-Dmigrate.failOn=never");

        int exit = maven.waitFor();

        String log = Files.readString(build.folder().resolve("build.log"));
        assertThat(exit).as(log).isZero();
        assertThat(log)
                .contains("Ran on PostgreSQL 18 in a container of " + Docker.IMAGE + ", which has been removed.")
                .doesNotContain("Ryuk", "Docker environment", "Exception");
        assertThat(Docker.containersOf(maven.pid())).isZero();
    }

    /** As a CI server does that has lost its patience. */
    @Test
    void aKilledBuildLeavesNoContainerBehind() throws InterruptedException {
        Docker.require("The end of a container whose Maven is killed");
        MavenBuild build = MavenBuild.of("test-finds-what-only-a-server-sees")
                .environment("TESTCONTAINERS_RYUK_DISABLED", "true")
                .write("db/migrations/000_sleep.sql", "SELECT pg_sleep(600);\n");
        Process maven = build.start("migrate:test", PROVIDER, "-Dmigrate.image=" + Docker.IMAGE);
        try {
            Waiting.until("the proof runs", () -> Docker.isWorking(maven.pid()));
            maven.destroyForcibly().waitFor();

            Waiting.until("the container is gone", () -> Docker.containersOf(maven.pid()) == 0);
        } finally {
            maven.destroyForcibly();
        }
    }

    @Test
    void databasesAreCopiesOfTheOneThatTheImageMakes() {
        Docker.require("A server in a container");
        try (DisposablePostgres server = DisposablePostgres.of(ContainerPostgres.start(Docker.IMAGE))) {
            execute(server.target("postgres"), "CREATE TABLE made_by_the_image (id int)");

            ConnectionTarget copy = server.createDatabase("copied");

            execute(copy, "SELECT id FROM made_by_the_image");
            ConnectionTarget owned = server.giveToOwner("copied", "hosting_admin");
            assertThat(owned.user()).isEqualTo("hosting_admin");
            execute(owned, "SET SESSION AUTHORIZATION postgres; CREATE TABLE public.made_by_the_owner (id int)");
        }
    }

    @Test
    void aContainerThatDiesIsToldWithItsLastWords() {
        Docker.require("A container that dies");
        Docker.withImage(
                "migrate/dies",
                new String[] {"postgres", "-c", "no_such_setting=1"},
                () -> assertThatThrownBy(() -> ContainerPostgres.start("migrate/dies:1"))
                        .isInstanceOfSatisfying(
                                DisposablePostgresException.class,
                                e -> assertThat(e.output())
                                        .anyMatch(line -> line.contains("unrecognized configuration parameter")))
                        .hasMessageStartingWith("The container of migrate/dies:1 "));
    }

    @Test
    void anImageThatIsNotThereIsNamed() {
        Docker.require("An image that is not there");
        assertThatThrownBy(() -> ContainerPostgres.start("registry.invalid/postgres:18"))
                .isInstanceOf(DisposablePostgresException.class)
                .hasMessageMatching(
                        "Docker does not have the image registry.invalid/postgres:18 and cannot pull it: .+\\."
                                + " Correct the name in -Dmigrate.image, or make the image available to this Docker\\.");
    }

    @Test
    void whereNoDockerAnswersOneSentenceSaysSo() {
        Docker.requireNone("What a proof says without Docker");
        BuildResult result =
                MavenBuild.of(PROJECT).run("migrate:test", PROVIDER).couldNotRun();

        result.says("provider=testcontainers needs Docker, and none answers here")
                .says("run the proof with -Dmigrate.provider=embedded.");
        assertThat(result.lines()).filteredOn(line -> line.contains("[ERROR]")).hasSizeLessThan(8);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        MavenBuild build = MavenBuild.of(PROJECT);
        build.run("migrate:test", "-Dmigrate.image=postgres:18")
                .couldNotRun()
                .says("an image is for -Dmigrate.provider=testcontainers.");
    }

    private static void execute(ConnectionTarget target, String sql) {
        try (ServerConnection connection = ServerConnection.open(target)) {
            connection.execute(sql);
        }
    }
}
