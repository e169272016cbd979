package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Result;
import dev.pgmigrate.report.JsonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a result for tools: {@code <goal>.json}, and {@code report.json}, which is always the newest. */
final class ReportFiles {
    private ReportFiles() {}

    static void write(Path folder, Result result) throws IOException {
        String json = JsonReport.of(result);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(result.goal() + ".json"), json);
        Files.writeString(folder.resolve("report.json"), json);
    }
}
