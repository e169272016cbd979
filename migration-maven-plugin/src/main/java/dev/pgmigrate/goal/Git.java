package dev.pgmigrate.goal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks git about a folder; where git is not installed, or the folder is not in a repository, nothing is known. */
final class Git {
    private static final long PATIENCE_IN_SECONDS = 10;

    private Git() {}

    /** Returns {@code user.name} as it holds in a folder. */
    static Optional<String> author(Path folder) {
        return ask(folder, "config", "user.name").filter(name -> !name.isEmpty() && name.indexOf('\n') < 0);
    }

    /** Returns when a file was first committed under its present name; nothing if it was not yet. */
    static Optional<Instant> firstCommitted(Path file) {
        String name = file.getFileName().toString();
        return ask(file.resolveSibling(""), "log", "--no-renames", "--diff-filter=A", "--format=%ct", "--", name)
                .filter(times -> !times.isEmpty())
                .map(times -> times.substring(times.lastIndexOf('\n') + 1))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    private static Optional<String> ask(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!git.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            return git.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
