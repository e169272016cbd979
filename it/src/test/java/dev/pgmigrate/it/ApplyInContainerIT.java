package dev.pgmigrate.it;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** On a server in a container, where Docker answers and has the image; nothing is pulled. */
class ApplyInContainerIT extends ApplyScenarios {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static PostgreSQLContainer container;

    @BeforeAll
    static void start() {
        Docker.require("What apply does in a container");
        container = new PostgreSQLContainer(DockerImageName.parse(Docker.IMAGE).asCompatibleSubstituteFor("postgres"))
                .withImagePullPolicy(name -> false);
        container.start();
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.stop();
        }
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
