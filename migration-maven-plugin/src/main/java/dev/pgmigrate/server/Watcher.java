package dev.pgmigrate.server;

import dev.pgmigrate.server.DisposablePostgresException.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A small process that outlives this one, to stop a server and remove its folder even after {@code kill -9}.
 *
 * <p>It reads from a pipe to which only this process writes the ID of each program that it starts. The pipe ends when
 * this process closes it or dies in any way, so a regular stop and a stop after a crash take the same path.
 */
final class Watcher implements AutoCloseable {
    /**
     * SIGQUIT is the server's immediate shutdown (manual, 18.5 "Shutting Down the Server"). The folder is removed again
     * until it is gone, because {@code initdb} may still be writing there.
     *
     * <p>Files that SQL can write, such as {@code postmaster.pid}, are not trusted, since this may be root. A process ID
     * may have been reused, so the process has to be working on the folder, and the signal is sent as the server's
     * account.
     */
    private static final String SCRIPT = """
        trap '' INT HUP TERM
        folder=$0
        pid=
        while read -r line; do pid=$line; done
        ours() {
          if [ -r "/proc/$pid/cmdline" ]; then
            command=$(tr '\\0' ' ' < "/proc/$pid/cmdline")
          else
            command=$(ps -o args= -p "$pid" 2>/dev/null)
          fi
          case $command in *"$folder/data"*) true ;; *) false ;; esac
        }
        send() {
          "$@" /bin/sh -c 'kill "$0" "$1"' "$signal" "$pid" 2>/dev/null
        }
        tries=0
        while [ -e "$folder" ] && [ $tries -lt 200 ]; do
          if [ -n "$pid" ] && ours && signal=-QUIT && send "$@"; then
            waited=0
            while ours && [ $waited -lt 500 ]; do
              sleep 0.01
              waited=$((waited + 1))
            done
            ours && signal=-KILL && send "$@"
          fi
          rm -rf "$folder" 2>/dev/null || sleep 0.05
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

    /** Begins to watch {@code folder}, whose subfolder {@code data} a server of {@code account} will use. */
    static Watcher over(Path folder, ServerAccount account) throws IOException {
        Path shell = Path.of("/bin/sh");
        if (!Files.isExecutable(shell)) {
            return new Watcher(null, folder);
        }
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString()); // outside the process group that a terminal or a CI runner kills as a whole
        }
        command.addAll(List.of(shell.toString(), "-c", SCRIPT, folder.toString()));
        command.addAll(account.prefix());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        ServerAccount.reduceEnvironment(builder);
        return new Watcher(builder.start(), folder);
    }

    /** Sets the program to stop, replacing the previous one. */
    void stops(Process program) throws IOException {
        if (process != null) {
            OutputStream pipe = process.getOutputStream();
            pipe.write((worker(program).pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        }
    }

    /** Returns the program itself: {@code su} waits for what it starts, where the others become it. */
    private static ProcessHandle worker(Process program) {
        boolean wrapped = program.info().command().orElse("").matches(".*/(su|runuser)");
        return wrapped ? program.children().findFirst().orElse(program.toHandle()) : program.toHandle();
    }

    /** Stops the server and removes the folder; returns when both are gone. */
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
            Thread.currentThread().interrupt(); // the watcher continues on its own
        }
    }
}
