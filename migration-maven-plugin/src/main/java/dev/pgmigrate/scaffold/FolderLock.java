package dev.pgmigrate.scaffold;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Supplier;

/** Lets one process at a time choose a version, so that two processes never choose the same one. */
final class FolderLock {
    private static final String NAME = "pgmigrate-locks";
    private static final String PRIVATE = "rwx------";

    private FolderLock() {}

    /**
     * Runs {@code work} while no other process of this user is doing the same.
     *
     * <p>One file serves all folders, in a place where nobody else can plant a link or a pipe under its name.
     *
     * @throws IOException if the lock file cannot be created
     */
    static <T> T whileHeld(Supplier<T> work) throws IOException {
        Path file = folder(List.of(
                        Path.of(System.getProperty("user.home", ""), ".cache"),
                        Path.of(System.getProperty("java.io.tmpdir"))))
                .resolve("new.lock");
        synchronized (FolderLock.class) {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                FileLock lock = channel.lock();
                try {
                    return work.get();
                } finally {
                    lock.release();
                }
            }
        }
    }

    /** Returns a private folder of this user, below the first of {@code parents} in which one can be created. */
    static Path folder(List<Path> parents) throws IOException {
        for (Path parent : parents) {
            Path folder = parent.toAbsolutePath().resolve(NAME + "-" + System.getProperty("user.name", "user"));
            try {
                Files.createDirectories(parent.toAbsolutePath());
                if (make(folder)) {
                    return folder;
                }
            } catch (IOException notHere) {
                // a missing or read-only home, as in containers; the message below names what was tried
            }
        }
        throw new IOException("none of " + parents + " takes a folder that only this user can write");
    }

    private static boolean make(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder); // below the private folder that Windows gives each user
            return true;
        }
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
            return true;
        } catch (FileAlreadyExistsException e) {
            return isPrivate(folder);
        }
    }

    private static boolean isPrivate(Path folder) throws IOException {
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isDirectory()
                || !PosixFilePermissions.toString(found.permissions()).equals(PRIVATE)) {
            return false;
        }
        Path probe = Files.createTempFile(folder, "probe-", "");
        try {
            return Files.getOwner(probe).equals(found.owner());
        } finally {
            Files.delete(probe);
        }
    }
}
