package dev.pgmigrate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pgmigrate.goal.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The reports that are written to files. */
public final class Reports {
    private Reports() {}

    /**
     * A file to write.
     *
     * @param name its name, without the folder
     */
    public record File(String name, ReportText content) {}

    /**
     * Starts to load the classes that every report needs, on a thread of its own, while the goal reads files or waits for a
     * server.
     */
    public static void loadAhead() {
        Thread loader = new Thread(() -> JsonText.of(JsonGenerator::writeNull).text(), "migrate-reports");
        loader.setDaemon(true);
        loader.start();
    }

    /**
     * Returns the files for {@code forms}. The JSON report is always among them, twice: under {@code name}, and as
     * {@code report.json}, the newest one.
     *
     * @param name the name of the files: the goal, with its execution where there are several
     */
    public static List<File> files(Result result, String name, Set<ReportForm> forms, ReportOrigin origin) {
        List<File> files = new ArrayList<>();
        ReportText json = JsonReport.of(result);
        files.add(new File(name + ".json", json));
        files.add(new File("report.json", json));
        for (ReportForm form : forms) {
            switch (form) {
                case CONSOLE, JSON, GITHUB -> {}
                case SARIF ->
                    files.add(new File(name + ".sarif", SarifReport.of(result, origin.prefix(), origin.version())));
                case JUNIT -> files.add(new File("TEST-migrate-" + name + ".xml", JunitReport.of(result)));
                case GITLAB ->
                    files.add(new File(name + ".codequality.json", GitlabReport.of(result, origin.prefix())));
                case MARKDOWN -> files.add(new File(name + ".md", MarkdownReport.of(result)));
                case HTML -> files.add(new File(name + ".html", HtmlReport.of(result, origin)));
            }
        }
        return files;
    }
}
