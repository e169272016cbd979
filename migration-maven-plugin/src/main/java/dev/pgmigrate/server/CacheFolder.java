package dev.pgmigrate.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which programs are kept between builds.
 *
 * <p>Its contents are executed, so it has to belong to this user alone from the moment it is created: a folder that
 * others can write to is not repaired but abandoned, since it is unknown what they wrote.
 */
final class CacheFolder {
    private static final String NAME = "pgmigrate";

    private CacheFolder() {}

    /** Returns the first folder that only this user can write to and, if this user is root, everybody can read. */
    static Path find() throws IOException {
        return find(candidates());
    }

    static Path find(List<Path> candidates) throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path candidate : candidates) {
            try {
                make(candidate);
                String fault = PostgresBinaries.isPosix() ? fault(candidate) : "";
                if (fault.isEmpty()) {
                    return candidate;
                }
                refused.add(candidate + " " + fault);
            } catch (IOException e) {
                refused.add(candidate + " cannot be made");
            }
        }
        throw new IOException("no folder can keep it (" + String.join(", ", refused) + ")");
    }

    /** With its permissions from the start: a umask may let a group write, and only removes permissions. */
    private static void make(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        FileAttribute<?>[] rights = PostgresBinaries.isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectory(folder, rights);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        String home = System.getProperty("user.home", "");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            addBelow(candidates, System.getenv("LOCALAPPDATA"));
        } else if ("root".equals(System.getProperty("user.name"))) {
            candidates.add(Path.of("/var/cache", NAME)); // /root is not accessible to the account that runs the server
        } else if (os.startsWith("mac")) {
            addBelow(candidates, home + "/Library/Caches");
        } else {
            addBelow(candidates, System.getenv("XDG_CACHE_HOME"));
            addBelow(candidates, home + "/.cache");
        }
        candidates.add(
                Path.of(System.getProperty("java.io.tmpdir"), NAME + "-" + System.getProperty("user.name", "user")));
        return candidates;
    }

    private static void addBelow(List<Path> candidates, @Nullable String folder) {
        if (folder != null && Path.of(folder).isAbsolute()) {
            candidates.add(Path.of(folder, NAME));
        }
    }

    /** Returns why programs in {@code folder} cannot be trusted, or an empty text. */
    private static String fault(Path folder) throws IOException {
        int self = self(folder);
        if (ServerAccount.uid(folder) != self) {
            return "belongs to somebody else";
        }
        if (othersWrite(folder)) {
            return "can be written by others: remove it";
        }
        if (self == 0 && !openToAll(folder)) {
            return "is closed to other accounts";
        }
        return "";
    }

    private static boolean openToAll(Path folder) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        permissions.addAll(PosixFilePermissions.fromString("rwxr-xr-x"));
        if (!reachableByAll(folder)) {
            return false;
        }
        Files.setPosixFilePermissions(folder, permissions);
        return true;
    }

    /** Returns whether the file at {@code path} below the folder was put there by this user alone. */
    static boolean isOwn(Path path) throws IOException {
        return !PostgresBinaries.isPosix()
                || (!Files.isSymbolicLink(path) && ServerAccount.uid(path) == self(path) && !othersWrite(path));
    }

    private static int self(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".probe-", "");
        try {
            return ServerAccount.uid(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean othersWrite(Path folder) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        return permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** Returns whether every folder above {@code path} lets any account pass. */
    static boolean reachableByAll(Path path) throws IOException {
        for (Path above = path.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
