package dev.pgmigrate.plugin;

import dev.pgmigrate.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes reports so that a reader never sees half of one. */
final class ReportFiles {
    private ReportFiles() {}

    static void write(Path folder, List<Reports.File> files) throws IOException {
        Files.createDirectories(folder);
        for (Reports.File file : files) {
            Path aside = folder.resolve(file.name() + ".part");
            try {
                Files.writeString(aside, file.text());
                Files.move(aside, folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        }
    }
}
