package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.WholeFile;
import dev.pgmigrate.report.ReportText;
import dev.pgmigrate.report.Reports;
import dev.pgmigrate.report.RuleSite;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes reports so that no reader ever sees a partial one. */
final class ReportFiles {
    private ReportFiles() {}

    /** Writes the pages of all rules, and returns a message about it. */
    static String writeRules(Path folder) throws MojoExecutionException {
        List<Reports.File> pages = RuleSite.files();
        try {
            write(folder, pages);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Cannot write the pages to " + folder + ": " + reason(e)
                            + ". Make the folder writable, or set migrate.pageDirectory.",
                    e);
        }
        return "Wrote " + pages.size() + " pages to " + folder + ".";
    }

    /** Returns why a file could not be written; Java's message is often just its name. */
    static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "it is a file, not a folder";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        return e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(e.getMessage());
    }

    static void write(Path folder, List<Reports.File> files) throws IOException {
        write(folder, files, out -> out);
    }

    /** @param commands makes a writer write commands that work in the module */
    static void write(Path folder, List<Reports.File> files, UnaryOperator<Writer> commands) throws IOException {
        Files.createDirectories(folder);
        Map<ReportText, Path> written = new HashMap<>();
        for (Reports.File file : files) {
            Path target = folder.resolve(file.name());
            Path same = written.putIfAbsent(file.content(), target);
            WholeFile.write(target, aside -> {
                if (same != null) {
                    Files.copy(same, aside, StandardCopyOption.REPLACE_EXISTING);
                    return;
                }
                try (Writer out = commands.apply(Files.newBufferedWriter(aside))) {
                    file.content().writeTo(out);
                }
            });
        }
    }
}
