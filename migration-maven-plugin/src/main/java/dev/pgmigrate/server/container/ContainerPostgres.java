package dev.pgmigrate.server.container;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgresException;
import dev.pgmigrate.server.DisposablePostgresException.Step;
import dev.pgmigrate.server.PrivateServer;
import dev.pgmigrate.server.ServerConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A PostgreSQL in a container of any image that starts one as Docker's official image does. What that image makes is in the
 * database that all others are copied from, since its extensions and schemas are why somebody chooses an image.
 */
public final class ContainerPostgres implements PrivateServer {
    /** Names the process that has started a container, for whoever asks Docker what runs there. */
    public static final String LABEL = "dev.pgmigrate.process";

    private static final int PORT = 5432;
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 100;
    private static final String USUAL_NAME = "postgres";

    /** Settings that a reload changes (manual, 19.5 "Write Ahead Log"): nothing here has to survive. */
    private static final String[] FAST = {
        "ALTER SYSTEM SET fsync = off",
        "ALTER SYSTEM SET full_page_writes = off",
        "ALTER SYSTEM SET synchronous_commit = off",
        "ALTER SYSTEM SET autovacuum = off",
        "SELECT pg_reload_conf()"
    };

    private final String image;
    private final String superuser;
    private final String database;
    private final String password = UUID.randomUUID().toString();
    private final ContainerOutput output = new ContainerOutput();
    private final GenericContainer<?> container;
    private @Nullable DeadMansSwitch deadMansSwitch;

    private ContainerPostgres(String image, Map<String, String> environment) {
        this.image = image;
        this.superuser = environment.getOrDefault("POSTGRES_USER", USUAL_NAME);
        this.database = environment.getOrDefault("POSTGRES_DB", superuser);
        this.container = new GenericContainer<>(DockerImageName.parse(image))
                .withEnv("POSTGRES_PASSWORD", password)
                .withExposedPorts(PORT)
                .withLabel(LABEL, Long.toString(ProcessHandle.current().pid()))
                .withLogConsumer(output)
                .withCreateContainerCmdModifier(command ->
                        Objects.requireNonNull(command.getHostConfig()).withAutoRemove(true))
                .waitingFor(new NoWait());
    }

    /**
     * Starts a container whose server is ready for connections; an image that Docker does not have is pulled.
     *
     * @throws DisposablePostgresException if Docker does not answer or has no such image, or if the container ends
     */
    public static PrivateServer start(String image) {
        ContainerPostgres server = new ContainerPostgres(image, DockerImages.environment(image));
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void start() {
        try {
            container.start();
            deadMansSwitch = DeadMansSwitch.in(container);
        } catch (RuntimeException e) {
            throw new DisposablePostgresException(
                    Step.START,
                    "The container of " + image + " does not start: " + DockerImages.reason(e) + ".",
                    output.lines(),
                    e);
        }
        try (ServerConnection connection = firstConnection()) {
            for (String change : FAST) {
                connection.execute(change);
            }
        }
    }

    /** Only a connection shows that a server is ready: images start theirs twice, and say different things. */
    private ServerConnection firstConnection() {
        ConnectionTarget target = new ConnectionTarget(
                "jdbc:postgresql://" + address() + "/" + administration(),
                superuser,
                password,
                Map.of("sslmode", "disable"));
        long start = System.nanoTime();
        while (true) {
            try {
                return ServerConnection.open(target);
            } catch (ConnectException e) {
                requireRunning();
                if (e.reason() == ConnectException.Reason.TOO_OLD
                        || System.nanoTime() - start > LONGEST_START.toNanos()) {
                    throw new DisposablePostgresException(
                            Step.START,
                            "The PostgreSQL in the container of " + image + " cannot be used. " + e.getMessage(),
                            output.lines(),
                            e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DisposablePostgresException(Step.RUN, "Interrupted.", List.of(), e);
        }
    }

    @Override
    public String address() {
        return container.getHost() + ":" + container.getMappedPort(PORT);
    }

    @Override
    public String superuser() {
        return superuser;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public String template() {
        return database;
    }

    @Override
    public String administration() {
        return "template1";
    }

    @Override
    public String describe(PostgresVersion version) {
        return "PostgreSQL " + version + " in a container of " + image;
    }

    @Override
    public void requireRunning() {
        if (!container.isRunning()) {
            throw new DisposablePostgresException(
                    Step.RUN, "The container of " + image + " ended before the goal did.", output.lines(), null);
        }
    }

    /** Stops the container, and returns when Docker has removed it. */
    @Override
    public void close() {
        String id = container.getContainerId();
        container.stop();
        if (deadMansSwitch != null) {
            deadMansSwitch.close();
        }
        long start = System.nanoTime();
        while (id != null && isKnown(id)) {
            if (System.nanoTime() - start > LONGEST_END.toNanos()) {
                throw new DisposablePostgresException(
                        Step.STOP,
                        "Docker does not remove the container " + id + " of " + image + ".",
                        output.lines(),
                        null);
            }
            pause();
        }
    }

    private boolean isKnown(String id) {
        try {
            container.getDockerClient().inspectContainerCmd(id).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
