package dev.pgmigrate.server;

import dev.pgmigrate.server.DisposablePostgresException.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A small process that outlives this one, to stop a server and remove its folder even after {@code kill -9}.
 *
 * <p>It reads from a pipe that nobody writes to. The pipe ends when this process closes it or dies in whatever way, so
 * stopping on purpose and stopping after a crash are one and the same path.
 */
final class Watcher implements AutoCloseable {
    /**
     * SIGQUIT is the server's immediate shutdown (manual, 18.5 "Shutting Down the Server"). The folder is removed again
     * until it is gone, because {@code initdb} may still be writing there. A negative number in {@code postmaster.pid} is
     * that of a single-user server, which {@code initdb} runs; to {@code kill} it would mean a process group.
     */
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            while read -r line; do :; done
            tries=0
            while [ -e "$0" ] && [ $tries -lt 200 ]; do
              pid=$(head -n 1 "$0/data/postmaster.pid" 2>/dev/null)
              pid=${pid#-}
              if [ -n "$pid" ] && kill -QUIT "$pid" 2>/dev/null; then
                waited=0
                while kill -0 "$pid" 2>/dev/null && [ $waited -lt 500 ]; do
                  sleep 0.01
                  waited=$((waited + 1))
                done
                kill -KILL "$pid" 2>/dev/null
              fi
              rm -rf "$0" 2>/dev/null || sleep 0.05
              tries=$((tries + 1))
            done
            """;

    private static final long LIMIT_SECONDS = 30;

    private final @Nullable Process process;
    private final Path folder;

    private Watcher(@Nullable Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Begins to watch over {@code folder}, whose sub-folder {@code data} a server will use. */
    static Watcher over(Path folder) throws IOException {
        Path shell = Path.of("/bin/sh");
        if (!Files.isExecutable(shell)) {
            return new Watcher(null, folder);
        }
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString()); // out of the group that a terminal or a CI runner kills as a whole
        }
        command.addAll(List.of(shell.toString(), "-c", SCRIPT, folder.toString()));
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Watcher(process, folder);
    }

    /** Stops the server, removes the folder, and returns when both are gone. */
    @Override
    public void close() {
        try {
            if (process == null) {
                PostgresBinaries.delete(folder);
                return;
            }
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || Files.exists(folder)) {
                throw new DisposablePostgresException(
                        Step.STOP, "The disposable PostgreSQL in " + folder + " did not stop.", List.of(), null);
            }
        } catch (IOException e) {
            throw new DisposablePostgresException(
                    Step.STOP, "Cannot remove " + folder + ": " + e.getMessage() + ".", List.of(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the watcher goes on by itself
        }
    }
}
