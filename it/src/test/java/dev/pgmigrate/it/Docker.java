package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import dev.pgmigrate.server.container.ContainerPostgres;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** The Docker of this machine, where there is one that has the image of PostgreSQL; nothing is pulled. */
final class Docker {
    static final String IMAGE = System.getProperty("it.postgres.image", "postgres:18");

    private Docker() {}

    /** Skips a test, with a line that says so, where it cannot run. */
    static void require(String what) {
        require(what, DockerClientFactory.instance().isDockerAvailable(), "Docker does not answer");
        require(what, hasImage(), "Docker has no image " + IMAGE);
    }

    /** Skips a test where Docker answers: Testcontainers finds it whatever it is told. */
    static void requireNone(String what) {
        require(what, !DockerClientFactory.instance().isDockerAvailable(), "Docker answers");
    }

    private static void require(String what, boolean condition, String otherwise) {
        if (!condition) {
            System.out.println(what + " is skipped: " + otherwise + ".");
        }
        assumeTrue(condition, otherwise);
    }

    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    private static boolean hasImage() {
        return client().listImagesCmd().withShowAll(true).exec().stream()
                .anyMatch(image -> image.getRepoTags() != null
                        && List.of(image.getRepoTags()).contains(IMAGE));
    }

    /** Returns how many containers there are that the process {@code pid} has started, running or not. */
    static int containersOf(long pid) {
        return list(pid).size();
    }

    /** Returns whether a server that the process {@code pid} has started is carrying out a statement. */
    static boolean isWorking(long pid) {
        return list(pid).stream()
                .filter(container -> container.getState().equals("running"))
                .flatMap(container -> Stream.of(
                        client().topContainerCmd(container.getId()).exec().getProcesses()))
                .anyMatch(process -> String.join(" ", process).endsWith("SELECT"));
    }

    private static List<Container> list(long pid) {
        return client().listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(ContainerPostgres.LABEL, Long.toString(pid)))
                .exec();
    }

    /** Makes an image like {@link #IMAGE} that runs another command, for as long as {@code use} takes. */
    static void withImage(String name, String[] command, Runnable use) {
        String container = client().createContainerCmd(IMAGE).exec().getId();
        String made = client().commitCmd(container)
                .withRepository(name)
                .withTag("1")
                .withCmd(command)
                .exec();
        try {
            assertThat(made).isNotBlank();
            use.run();
        } finally {
            client().removeContainerCmd(container).withRemoveVolumes(true).exec();
            client().removeImageCmd(made).withForce(true).exec();
        }
    }
}
