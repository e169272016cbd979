package dev.pgmigrate.migration;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file whose text is not kept in memory, so that all work on it takes time.
 *
 * @param path the path as displayed
 * @param megabytes its size
 */
public record LargeFile(String path, long megabytes) {
    private static final long MOST = 16 << 20;

    /** How large a file is that is kept in memory. */
    static long limit() {
        return Math.min(MOST, Runtime.getRuntime().maxMemory() / 16);
    }

    /** Returns those in {@code folders}; none in a folder that cannot be listed, which its reader reports. */
    public static List<LargeFile> in(MigrationFolders folders) {
        List<LargeFile> found = new ArrayList<>();
        for (Path location : folders.locations()) {
            File[] files = location.toFile().listFiles((folder, name) -> name.endsWith(".sql"));
            if (files != null) {
                Arrays.sort(files);
                for (File file : files) {
                    if (file.length() > limit()) {
                        found.add(new LargeFile(folders.display(file.toPath()), file.length() >> 20));
                    }
                }
            }
        }
        return found;
    }
}
