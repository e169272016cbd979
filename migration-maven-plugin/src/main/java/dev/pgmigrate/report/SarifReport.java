package dev.pgmigrate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pgmigrate.goal.Explain;
import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.FileLine;
import dev.pgmigrate.goal.FileState;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Fingerprints;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A result as SARIF 2.1.0: findings with the pages of their rules, suppressed ones marked as such, and failures as
 * results of a rule of their own. Paths are relative to the repository's root, as code scanning expects.
 */
public final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String INFORMATION =
            "https://central.sonatype.com/artifact/dev.pgmigrate/migration-maven-plugin";
    private static final Pattern SECTION = Pattern.compile("## What it finds\\s+(.*?)\\s+## ", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("\\((https://[^)\\s]+)\\)");
    private static final String FAILED = "failed-migration";

    private final JsonGenerator json;
    private final Result result;
    private final String prefix;
    private final String version;

    private SarifReport(JsonGenerator json, Result result, String prefix, String version) {
        this.json = json;
        this.result = result;
        this.prefix = prefix;
        this.version = version;
    }

    /**
     * Returns {@code result} as SARIF.
     *
     * @param prefix the path from the repository's root to the result's files; empty, or ending in {@code /}
     * @param version this tool's version
     */
    public static ReportText of(Result result, String prefix, String version) {
        return JsonText.of(json -> new SarifReport(json, result, prefix, version).write());
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        List<Explain.RuleLine> rules = Explain.found(result);
        tool(rules);
        json.writeStringField("columnKind", "unicodeCodePoints");
        invocation();
        json.writeArrayFieldStart("results");
        results(rules.stream().map(rule -> rule.id().value()).toList());
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(List<Explain.RuleLine> rules) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "migrate");
        json.writeStringField("fullName", "PostgreSQL migrations for Maven");
        json.writeStringField("version", version);
        json.writeStringField("informationUri", INFORMATION);
        json.writeArrayFieldStart("rules");
        for (Explain.RuleLine rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule.id().value());
            json.writeStringField("name", name(rule.id().value()));
            message("shortDescription", rule.summary());
            message("fullDescription", fullDescription(rule.page(), rule.summary()));
            json.writeStringField("helpUri", helpUri(rule.page()));
            json.writeObjectFieldStart("help");
            json.writeStringField("text", rule.page());
            json.writeStringField("markdown", rule.page());
            json.writeEndObject();
            json.writeObjectFieldStart("defaultConfiguration");
            boolean off = rule.severity().equals(Severity.OFF.word());
            json.writeBooleanField("enabled", !off);
            json.writeStringField("level", off ? "none" : level(rule.severity()));
            json.writeEndObject();
            json.writeObjectFieldStart("properties");
            json.writeArrayFieldStart("tags");
            json.writeString(rule.category());
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        if (!result.failures().isEmpty()) {
            json.writeStartObject();
            json.writeStringField("id", FAILED);
            message("shortDescription", "A migration that a server refused, or that is not what was applied.");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A file that could not be read is a problem of the tool as well as a finding. */
    private void invocation() throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (FileLine file : result.files()) {
            if (file.state() == FileState.REJECTED) {
                json.writeStartObject();
                json.writeStringField("level", "error");
                message("message", "The file could not be read as a migration.");
                location(file.path(), null, null);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void results(List<String> ids) throws IOException {
        for (Map.Entry<String, Finding> entry :
                Fingerprints.byFingerprint(result.findings(), result.sources()).entrySet()) {
            finding(ids, entry.getValue(), entry.getKey(), null);
        }
        List<Finding> silent =
                result.suppressed().stream().map(LintReport.Suppressed::finding).toList();
        List<String> fingerprints = Fingerprints.of(silent, result.sources());
        for (int i = 0; i < silent.size(); i++) {
            finding(
                    ids,
                    silent.get(i),
                    fingerprints.get(i),
                    result.suppressed().get(i).reason());
        }
        for (Failure failure : result.failures()) {
            json.writeStartObject();
            json.writeStringField("ruleId", FAILED);
            json.writeStringField("level", "error");
            message("message", Sentences.of(failure.message(), failure.advice()));
            String path = failure.pathOrNull();
            if (path != null) {
                location(path, failure.startOrNull(), failure.endOrNull());
            }
            json.writeEndObject();
        }
    }

    private void finding(List<String> ids, Finding finding, String fingerprint, @Nullable String reason)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule().value());
        json.writeNumberField("ruleIndex", ids.indexOf(finding.rule().value()));
        json.writeStringField("level", level(finding.severity().word()));
        message("message", Sentences.of(finding.message(), finding.advice()));
        location(finding.file(), finding.start(), finding.end());
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("finding/v1", fingerprint);
        json.writeEndObject();
        fixes(finding);
        if (reason != null) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "inSource");
            json.writeStringField("justification", reason);
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void location(String path, @Nullable Position start, @Nullable Position end) throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", Uris.path(prefix + path));
        json.writeEndObject();
        if (start != null) {
            json.writeObjectFieldStart("region");
            if (end == null) {
                json.writeNumberField("startLine", start.line());
                json.writeNumberField("startColumn", start.column());
            } else {
                region(start, end);
            }
            SourceText source = result.source(path).orElse(null);
            if (source != null && start.line() <= source.lineCount()) {
                message("snippet", Printable.line(source.line(start.line())));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void message(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** Returns the name of a rule as SARIF wants it, in Pascal case. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static String fullDescription(String page, String summary) {
        Matcher section = SECTION.matcher(page);
        return section.find() ? section.group(1).replaceAll("\\s+", " ") : summary;
    }

    /** Returns the first address that a page refers to, which is that of the manual. */
    private static String helpUri(String page) {
        Matcher address = ADDRESS.matcher(page);
        return address.find() ? address.group(1) : INFORMATION;
    }

    /** Writes the rewrite of a finding, which code scanning offers; its places are those of the file as it was judged. */
    private void fixes(Finding finding) throws IOException {
        Fix fix = finding.fixOrNull();
        SourceText source = result.source(finding.file()).orElse(null);
        if (fix == null || fix.edits().isEmpty() || source == null || finding.secret()) {
            return;
        }
        json.writeArrayFieldStart("fixes");
        json.writeStartObject();
        message("description", finding.advice());
        json.writeArrayFieldStart("artifactChanges");
        json.writeStartObject();
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", Uris.path(prefix + finding.file()));
        json.writeEndObject();
        json.writeArrayFieldStart("replacements");
        for (TextEdit edit : fix.edits()) {
            json.writeStartObject();
            json.writeObjectFieldStart("deletedRegion");
            region(
                    source.position(edit.range().start()),
                    source.position(edit.range().end()));
            json.writeEndObject();
            message("insertedContent", edit.replacement());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void region(Position start, Position end) throws IOException {
        json.writeNumberField("startLine", start.line());
        json.writeNumberField("startColumn", start.column());
        json.writeNumberField("endLine", end.line());
        json.writeNumberField("endColumn", end.column());
    }

    private static String level(String severity) {
        return severity.equals(Severity.INFO.word()) ? "note" : severity;
    }
}
