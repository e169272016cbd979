package dev.pgmigrate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.FileLine;
import dev.pgmigrate.goal.HistoryLine;
import dev.pgmigrate.goal.ProofLine;
import dev.pgmigrate.goal.Remark;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.IgnoredFile;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.sql.Position;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A result for tools, as JSON. Its schema is {@code dev/pgmigrate/report/report.schema.json}; members are only ever
 * added.
 */
public final class JsonReport {
    private static final int FORM = 1;

    private final JsonGenerator json;

    private JsonReport(JsonGenerator json) {
        this.json = json;
    }

    /** Returns {@code result} as JSON text that ends in a newline. */
    public static ReportText of(Result result) {
        return JsonText.of(json -> new JsonReport(json).write(result));
    }

    private void write(Result result) throws IOException {
        json.writeStartObject();
        json.writeNumberField("form", FORM);
        json.writeStringField("goal", result.goal());
        json.writeBooleanField("failed", result.failed());
        counts(result);
        json.writeArrayFieldStart("migrations");
        for (FileLine file : result.files()) {
            migration(file);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ignored");
        for (IgnoredFile file : result.ignored()) {
            json.writeStartObject();
            json.writeStringField("file", file.path());
            json.writeStringField("reason", file.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : result.findings()) {
            finding(finding, null);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("suppressed");
        for (LintReport.Suppressed suppressed : result.suppressed()) {
            finding(suppressed.finding(), suppressed.reason());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failures");
        for (Failure failure : result.failures()) {
            failure(failure);
        }
        json.writeEndArray();
        if (!result.remarks().isEmpty()) {
            json.writeArrayFieldStart("notices");
            for (Remark remark : result.remarks()) {
                notice(remark);
            }
            json.writeEndArray();
        }
        if (result.goal().equals("diff")) {
            differences(result);
        }
        json.writeArrayFieldStart("notes");
        for (String note : result.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void differences(Result result) throws IOException {
        json.writeArrayFieldStart("differences");
        for (SchemaDifference difference : result.differences()) {
            json.writeStartObject();
            json.writeStringField("kind", difference.key().kind().label());
            json.writeStringField("schema", difference.key().schema());
            text("of", difference.key().of());
            json.writeStringField("name", difference.key().name());
            text("property", difference.propertyOrNull());
            json.writeStringField("state", difference.state().name().toLowerCase(Locale.ROOT));
            text("left", difference.leftOrNull());
            text("right", difference.rightOrNull());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void counts(Result result) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("migrations", result.files().size());
        json.writeNumberField("error", result.count(Severity.ERROR));
        json.writeNumberField("warning", result.count(Severity.WARNING));
        json.writeNumberField("info", result.count(Severity.INFO));
        json.writeNumberField("suppressed", result.suppressed().size());
        json.writeNumberField("failures", result.failures().size());
        json.writeEndObject();
    }

    private void migration(FileLine file) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.path());
        json.writeStringField("version", file.version());
        json.writeStringField("name", file.name());
        json.writeStringField("state", file.state().word());
        if (!file.remark().isEmpty()) {
            json.writeStringField("remark", file.remark());
        }
        HistoryLine history = file.historyOrNull();
        if (history != null) {
            json.writeStringField("appliedAt", history.at().toString());
            json.writeStringField("appliedBy", history.by());
            Long millis = history.millisOrNull();
            if (millis != null) {
                json.writeNumberField("executionTimeMs", millis);
            }
            json.writeStringField("age", history.age());
        }
        ProofLine proof = file.proofOrNull();
        if (proof != null) {
            new ProofJson(json).write(proof);
        }
        json.writeEndObject();
    }

    private void finding(Finding finding, @Nullable String reason) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().value());
        json.writeStringField("category", finding.category().word());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("file", finding.file());
        place(finding.start(), finding.end());
        json.writeStringField("message", finding.message());
        json.writeStringField("advice", finding.advice());
        json.writeStringField("confidence", finding.confidence().word());
        json.writeBooleanField("fixable", finding.fix().isPresent());
        if (reason != null) {
            json.writeStringField("reason", reason);
        }
        json.writeEndObject();
    }

    private void place(Position start, Position end) throws IOException {
        json.writeNumberField("line", start.line());
        json.writeNumberField("column", start.column());
        json.writeNumberField("endLine", end.line());
        json.writeNumberField("endColumn", end.column());
    }

    private void failure(Failure failure) throws IOException {
        json.writeStartObject();
        json.writeStringField("message", failure.message());
        text("advice", failure.advice());
        text("file", failure.pathOrNull());
        Position start = failure.startOrNull();
        if (start != null) {
            Position end = failure.endOrNull();
            place(start, end == null ? start : end);
        }
        text("statement", failure.statement());
        ServerError error = failure.errorOrNull();
        if (error != null) {
            json.writeStringField("sqlState", error.sqlState());
            json.writeStringField("serverMessage", error.message());
            text("detail", error.detailOrNull());
            text("hint", error.hintOrNull());
            text("query", error.queryOrNull());
            text("where", error.whereOrNull());
        }
        json.writeEndObject();
    }

    private void notice(Remark remark) throws IOException {
        ServerNotice notice = remark.notice();
        json.writeStartObject();
        json.writeStringField("severity", notice.severity());
        json.writeStringField("sqlState", notice.sqlState());
        json.writeStringField("message", notice.message());
        text("detail", notice.detailOrNull());
        text("hint", notice.hintOrNull());
        json.writeStringField("file", remark.path());
        place(remark.start(), remark.end());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
