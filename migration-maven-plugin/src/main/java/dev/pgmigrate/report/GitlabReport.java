package dev.pgmigrate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Fingerprints;
import dev.pgmigrate.lint.Severity;
import java.io.IOException;
import java.util.Map;

/** A result as a Code Quality report, which GitLab shows in a merge request. */
public final class GitlabReport {
    private GitlabReport() {}

    /**
     * Returns {@code result} as a Code Quality report.
     *
     * @param prefix the path from the repository's root to the result's files; empty, or ending in {@code /}
     */
    public static ReportText of(Result result, String prefix) {
        return JsonText.of(json -> {
            json.writeStartArray();
            for (Map.Entry<String, Finding> entry : Fingerprints.byFingerprint(result.findings(), result.sources())
                    .entrySet()) {
                Finding finding = entry.getValue();
                issue(
                        json,
                        finding.rule().value(),
                        Sentences.of(finding.message(), finding.advice()),
                        severity(finding.severity()),
                        entry.getKey(),
                        prefix + finding.file(),
                        finding.start().line());
            }
            for (Failure failure : result.failures()) {
                String path = failure.path().orElse("pom.xml");
                int line = failure.start().map(start -> start.line()).orElse(1);
                String fingerprint = "failure:" + path + ":" + line;
                issue(json, "failed-migration", failure.message(), "blocker", fingerprint, prefix + path, line);
            }
            json.writeEndArray();
        });
    }

    private static void issue(
            JsonGenerator json,
            String check,
            String description,
            String severity,
            String fingerprint,
            String path,
            int line)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "issue");
        json.writeStringField("check_name", check);
        json.writeStringField("description", description);
        json.writeStringField("severity", severity);
        json.writeStringField("fingerprint", fingerprint);
        json.writeObjectFieldStart("location");
        json.writeStringField("path", path);
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", line);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case INFO, OFF -> "info";
        };
    }
}
