package dev.pgmigrate.goal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks git who is working in a folder. */
final class GitAuthor {
    private static final long PATIENCE_IN_SECONDS = 5;

    private GitAuthor() {}

    /** Returns {@code user.name}, or nothing where git is not installed, knows no name, or does not answer. */
    static Optional<String> of(Path folder) {
        try {
            Process git = new ProcessBuilder("git", "config", "user.name")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            if (!git.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            String name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(name).filter(line -> git.exitValue() == 0 && !line.isEmpty() && line.indexOf('\n') < 0);
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
