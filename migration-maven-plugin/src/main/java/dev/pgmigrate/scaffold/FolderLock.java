package dev.pgmigrate.scaffold;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Lets one process at a time choose a version in a folder, so that two at once do not choose the same. */
final class FolderLock {
    private FolderLock() {}

    /**
     * Runs {@code work} while no other process of this user does so for the same folder.
     *
     * @throws IOException if the lock's file, in the system's folder for temporary files, cannot be made
     */
    static <T> T whileHeld(Path folder, Supplier<T> work) throws IOException {
        String owner =
                System.getProperty("user.name") + " " + folder.toAbsolutePath().normalize();
        Path file = Path.of(
                System.getProperty("java.io.tmpdir"), "migrate-" + Integer.toHexString(owner.hashCode()) + ".lock");
        synchronized (FolderLock.class) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = channel.lock();
                try {
                    return work.get();
                } finally {
                    lock.release();
                }
            }
        }
    }
}
