package dev.pgmigrate.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** On a server in a container, where Docker answers and has the image; nothing is pulled. */
class ApplyInContainerIT extends ApplyScenarios {
    private static final String IMAGE = System.getProperty("it.postgres.image", "postgres:18");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static PostgreSQLContainer container;

    @BeforeAll
    static void start() {
        require(DockerClientFactory.instance().isDockerAvailable(), "Docker does not answer");
        require(hasImage(), "Docker has no image " + IMAGE);
        container = new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))
                .withImagePullPolicy(name -> false);
        container.start();
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.stop();
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            System.out.println("The scenarios of apply in a container are skipped: " + otherwise + ".");
        }
        assumeTrue(condition, otherwise);
    }

    private static boolean hasImage() {
        return DockerClientFactory.instance().client().listImagesCmd().withShowAll(true).exec().stream()
                .anyMatch(image -> image.getRepoTags() != null
                        && List.of(image.getRepoTags()).contains(IMAGE));
    }

    @Override
    ConnectionTarget database() {
        String name = "it_" + COUNT.incrementAndGet();
        try (ServerConnection connection = ServerConnection.open(target(container.getDatabaseName()))) {
            connection.execute("CREATE DATABASE " + name);
        }
        return target(name);
    }

    private static ConnectionTarget target(String database) {
        return new ConnectionTarget(
                "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/" + database,
                container.getUsername(),
                container.getPassword(),
                Map.of("sslmode", "disable"));
    }
}
