package dev.pgmigrate.plugin;

import dev.pgmigrate.migration.LargeFile;
import dev.pgmigrate.migration.MigrationFolders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.maven.plugin.logging.Log;

/** Says in Maven's log which files make a goal slow, and every half a minute that it is still at work. */
final class LargeFilesLog {
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final Log log;
    private final long start = System.nanoTime();
    private volatile boolean closed;

    private LargeFilesLog(Log log) {
        this.log = log;
    }

    /** Begins to report, if there are such files. */
    static LargeFilesLog of(MigrationFolders folders, Log log) {
        LargeFilesLog reading = new LargeFilesLog(log);
        List<LargeFile> files = LargeFile.in(folders);
        files.forEach(file ->
                log.info(file.path() + " has " + file.megabytes() + " MB and is read in pieces, which takes a while."));
        if (!files.isEmpty()) {
            Thread thread = new Thread(reading::tell, "migrate-large-files");
            thread.setDaemon(true);
            thread.start();
        }
        return reading;
    }

    private void tell() {
        Duration next = BETWEEN;
        while (!closed) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            if (!closed && passed.compareTo(next) >= 0) {
                log.info("Still at work on large files (" + passed.toSeconds() + " s)");
                next = passed.plus(BETWEEN);
            }
        }
    }

    void close() {
        closed = true;
    }
}
