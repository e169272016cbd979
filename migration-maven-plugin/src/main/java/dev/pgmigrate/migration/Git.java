package dev.pgmigrate.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs git in a folder; there is no answer if git is not installed, or the folder is not in a repository. */
public final class Git {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Git() {}

    /** Returns git's output, trimmed. */
    public static Optional<String> ask(Path folder, String... arguments) {
        return answer(folder, arguments).map(String::strip);
    }

    /** Returns git's output unchanged, for the text of a file. */
    public static Optional<String> answer(Path folder, String... arguments) {
        return answer(PATIENCE, folder, arguments);
    }

    /** As the other, unless that takes longer than {@code limit}. */
    static Optional<String> answer(Duration limit, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = null;
        try {
            git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            FutureTask<byte[]> reading = new FutureTask<>(git.getInputStream()::readAllBytes);
            Thread reader = new Thread(reading, "migrate-git");
            reader.setDaemon(true);
            reader.start();
            byte[] answer = reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            git.waitFor();
            return git.exitValue() == 0 ? Optional.of(new String(answer, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (TimeoutException endless) {
            end(git);
            return Optional.empty();
        } catch (ExecutionException unread) {
            return Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void end(@Nullable Process git) {
        if (git != null) {
            git.descendants().forEach(ProcessHandle::destroyForcibly);
            git.destroyForcibly();
        }
    }
}
