package dev.pgmigrate.server;

import dev.pgmigrate.server.DisposablePostgresException.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The account under which a disposable server runs: this process's own, or an unprivileged one if this process is root,
 * since PostgreSQL refuses to run as root (manual, 18.1 "The PostgreSQL User Account").
 *
 * <p>Each way to switch accounts is tested before it is used: containers forbid some of them, and BusyBox has programs of
 * the same names that do less.
 *
 * @param root whether this process is root
 * @param uid the account's number; only if root
 * @param gid its group; only if root
 * @param prefix the command prefix that runs a program under the account
 */
record ServerAccount(boolean root, int uid, int gid, List<String> prefix) {
    private static final Path PASSWD = Path.of("/etc/passwd");
    private static final Set<String> NEEDED = Set.of("PATH", "SYSTEMROOT", "TEMP", "TMP");

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /** Returns the account for a server that this process starts; {@code ours} is a file that this process created. */
    static ServerAccount find(Path ours) {
        if (!ours.getFileSystem().supportedFileAttributeViews().contains("unix") || uid(ours) != 0) {
            return new ServerAccount(false, 0, 0, List.of());
        }
        String[] account = powerless()
                .orElseThrow(() -> new DisposablePostgresException(
                        Step.DROP_ROOT,
                        "PostgreSQL does not run as root, and " + PASSWD + " has no other account to run it as.",
                        List.of(),
                        null));
        List<String> tried = new ArrayList<>();
        for (List<String> prefix : prefixes(account[0], account[2], account[3])) {
            List<String> probe = new ArrayList<>(prefix);
            probe.addAll(List.of("/bin/sh", "-c", "test \"$(id -u)\" != 0"));
            try {
                ProcessBuilder builder = new ProcessBuilder(probe).redirectErrorStream(true);
                reduceEnvironment(builder);
                Process process = builder.start();
                process.getOutputStream().close();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() == 0) {
                    return new ServerAccount(true, Integer.parseInt(account[2]), Integer.parseInt(account[3]), prefix);
                }
                tried.add(prefix.get(0) + ": " + output.strip());
            } catch (IOException e) {
                tried.add(prefix.get(0) + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DisposablePostgresException(Step.DROP_ROOT, "Interrupted.", tried, e);
            }
        }
        throw new DisposablePostgresException(
                Step.DROP_ROOT,
                "PostgreSQL does not run as root, and no way to run it as " + account[0]
                        + " works here. Run the build under another account.",
                tried,
                null);
    }

    /** Gives {@code path} to the account. */
    void own(Path path) throws IOException {
        if (root) {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Returns {@code command} in the form that runs it under the account. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /**
     * Reduces the environment of a program to what it needs. The rest may contain passwords and tokens, and SQL can read
     * the environment of the server.
     */
    static void reduceEnvironment(ProcessBuilder builder) {
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !NEEDED.contains(name.toUpperCase(Locale.ROOT)));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC"); // else initdb searches the whole zone database for the machine's zone
    }

    private static List<List<String>> prefixes(String name, String uid, String gid) {
        return List.of(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"),
                List.of("runuser", "-u", name, "--"),
                List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", name, "--"));
    }

    private static Optional<String[]> powerless() {
        try {
            List<String[]> accounts = Files.readAllLines(PASSWD).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && !fields[2].equals("0"))
                    .toList();
            return accounts.stream()
                    .filter(fields -> fields[0].equals("nobody"))
                    .findFirst()
                    .or(() -> accounts.stream().findFirst());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static int uid(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
