package dev.pgmigrate.server;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where disposable servers keep their data: in memory if there is room, which saves most of the start-up time. Setting
 * {@code java.io.tmpdir} overrides that.
 */
final class DataFolders {
    private static final Path USUAL = Path.of("/tmp");
    private static final Path MEMORY = Path.of("/dev/shm");

    /**
     * In bytes. A fresh server takes 60 MB, its write-ahead log up to 512 MB more, and the rest is for the data of a
     * test.
     */
    private static final long ROOM = 2L << 30;

    private DataFolders() {}

    /**
     * Creates a private folder for one server.
     *
     * @param inMemory whether it may be in memory
     */
    static Path create(boolean inMemory) throws IOException {
        return Files.createTempDirectory(parent(inMemory), "pgmigrate-");
    }

    /** For root, a place that another account can reach. */
    private static Path parent(boolean inMemory) throws IOException {
        Path configured = Path.of(System.getProperty("java.io.tmpdir"));
        if (inMemory && configured.equals(USUAL) && hasMemory()) {
            return MEMORY;
        }
        boolean reachable = !PostgresBinaries.isPosix() || CacheFolder.reachableByAll(configured.resolve("data"));
        return reachable || !"root".equals(System.getProperty("user.name")) ? configured : USUAL;
    }

    /** A container has 64 MB there by default. */
    private static boolean hasMemory() throws IOException {
        if (!Files.isDirectory(MEMORY) || !Files.isWritable(MEMORY)) {
            return false;
        }
        FileStore store = Files.getFileStore(MEMORY);
        return store.type().equals("tmpfs") && store.getUsableSpace() >= ROOM;
    }
}
