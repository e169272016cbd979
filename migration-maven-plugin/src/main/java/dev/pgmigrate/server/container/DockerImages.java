package dev.pgmigrate.server.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import dev.pgmigrate.server.DisposablePostgresException;
import dev.pgmigrate.server.DisposablePostgresException.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The images that Docker has or can pull. */
final class DockerImages {
    private DockerImages() {}

    /** Returns the environment variables that an image sets, after pulling it if need be. */
    static Map<String, String> environment(String image) {
        DockerClient docker = docker();
        ContainerConfig config;
        try {
            String name = ImageNameSubstitutor.instance()
                    .apply(DockerImageName.parse(image))
                    .asCanonicalNameString();
            config = found(docker, name).getConfig();
        } catch (IllegalArgumentException e) {
            throw failed("\"" + image + "\" is no name of an image: " + reason(e) + ".", e);
        } catch (RuntimeException e) {
            throw failed(
                    "Docker does not have the image " + image + " and cannot pull it: " + reason(e)
                            + ". Correct the name in -Dmigrate.image, or make the image available to this Docker.",
                    e);
        }
        String[] variables = config == null || config.getEnv() == null ? new String[0] : config.getEnv();
        return Arrays.stream(variables)
                .map(variable -> variable.split("=", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, last) -> last));
    }

    /** Testcontainers would try for minutes to pull an image that is not there. */
    private static InspectImageResponse found(DockerClient docker, String name) {
        try {
            return docker.inspectImageCmd(name).exec();
        } catch (NotFoundException absent) {
            try {
                docker.pullImageCmd(name).start().awaitCompletion();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DockerClientException("interrupted", e);
            }
            return docker.inspectImageCmd(name).exec();
        }
    }

    private static DockerClient docker() {
        try {
            return DockerClientFactory.instance().client();
        } catch (IllegalStateException e) {
            throw failed(
                    "provider=testcontainers needs Docker, and none answers here: start it, set DOCKER_HOST to where it"
                            + " is, or run the proof with -Dmigrate.provider=embedded.",
                    e);
        } catch (RuntimeException e) {
            throw failed(
                    "Testcontainers cannot start the container of its own that removes others: " + reason(e)
                            + ". Make its image available to this Docker, or set the environment variable"
                            + " TESTCONTAINERS_RYUK_DISABLED=true: the proof removes its container in any case.",
                    e);
        }
    }

    /** Returns what was at the bottom of a failure, in one line and without a full stop. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static DisposablePostgresException failed(String message, RuntimeException e) {
        return new DisposablePostgresException(Step.START, message, List.of(), e);
    }
}
