package dev.pgmigrate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pgmigrate.goal.BodyRow;
import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.LockRow;
import dev.pgmigrate.goal.PolicyRow;
import dev.pgmigrate.goal.ProofLine;
import dev.pgmigrate.goal.RowCount;
import dev.pgmigrate.goal.StatementRow;
import dev.pgmigrate.goal.Verdict;
import dev.pgmigrate.proof.observe.ObjectChange;
import dev.pgmigrate.proof.observe.RowChange;
import dev.pgmigrate.sql.Position;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a migration that say what was proved of it: each part is a word, with its details in a member beside it. */
final class ProofJson {
    /** How many characters of a statement tell it from others; a file of rows is one statement. */
    private static final int BEGINNING = 200;

    private final JsonGenerator json;

    ProofJson(JsonGenerator json) {
        this.json = json;
    }

    void write(ProofLine proof) throws IOException {
        json.writeBooleanField("applies", proof.applies());
        if (proof.applies()) {
            json.writeNumberField("milliseconds", proof.millis());
        }
        verdict("secondRun", proof.secondRunOrNull());
        verdict("rollback", proof.rollbackOrNull());
        if (proof.isObserved()) {
            statements(proof.statements());
            locks(proof.locks());
            bodies(proof.bodies());
            policies(proof.policies());
            if (proof.refusedOrNull() != null) {
                json.writeObjectFieldStart("refusedWithRows");
                failure(proof.refusedOrNull());
                json.writeEndObject();
            }
            strings("standIns", proof.standIns());
            strings("unproved", proof.unproved());
        }
        if (!proof.rows().isEmpty()) {
            counts(proof.rows());
        }
    }

    private void counts(List<RowCount> rows) throws IOException {
        json.writeArrayFieldStart("rows");
        for (RowCount row : rows) {
            json.writeStartObject();
            json.writeStringField("table", row.table());
            if (row.beforeOrNull() != null) {
                json.writeNumberField("before", row.beforeOrNull());
            }
            if (row.afterOrNull() != null) {
                json.writeNumberField("after", row.afterOrNull());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void statements(List<StatementRow> statements) throws IOException {
        json.writeArrayFieldStart("statements");
        for (StatementRow statement : statements) {
            json.writeStartObject();
            String text = statement.statement();
            json.writeStringField("statement", text.substring(0, Math.min(text.length(), BEGINNING)));
            json.writeNumberField("line", statement.line());
            json.writeNumberField("start", statement.start());
            json.writeNumberField("milliseconds", statement.millis());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void locks(List<LockRow> locks) throws IOException {
        json.writeArrayFieldStart("locks");
        for (LockRow lock : locks) {
            json.writeStartObject();
            json.writeStringField("statement", lock.statement());
            json.writeNumberField("line", lock.line());
            json.writeStringField("table", lock.table());
            text("mode", lock.mode());
            text("predicted", lock.predicted());
            json.writeBooleanField("rewrites", lock.rewrites());
            json.writeBooleanField("scans", lock.scans());
            json.writeNumberField("milliseconds", lock.millis());
            text("blocks", lock.blocks());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void bodies(List<BodyRow> bodies) throws IOException {
        json.writeArrayFieldStart("bodies");
        for (BodyRow body : bodies) {
            json.writeStartObject();
            json.writeStringField("routine", body.routine());
            json.writeStringField("sqlState", body.sqlState());
            json.writeStringField("message", body.message());
            text("file", body.pathOrNull());
            position(body.positionOrNull());
            json.writeBooleanField("mended", body.mended());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void policies(List<PolicyRow> policies) throws IOException {
        json.writeArrayFieldStart("policies");
        for (PolicyRow policy : policies) {
            json.writeStartObject();
            json.writeStringField("table", policy.table());
            json.writeStringField("role", policy.role());
            json.writeStringField("command", policy.command());
            json.writeStringField("sqlState", policy.sqlState());
            json.writeStringField("message", policy.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void verdict(String part, @Nullable Verdict verdict) throws IOException {
        if (verdict == null) {
            return;
        }
        json.writeStringField(part, verdict.word());
        if (verdict.equals(new Verdict(verdict.word(), List.of(), List.of(), List.of(), null, ""))) {
            return;
        }
        json.writeObjectFieldStart(part + "Details");
        if (!verdict.reason().isEmpty()) {
            json.writeStringField("reason", verdict.reason());
        }
        Failure failure = verdict.failureOrNull();
        if (failure != null) {
            failure(failure);
        }
        if (!verdict.changes().isEmpty()) {
            json.writeArrayFieldStart("objects");
            for (ObjectChange change : verdict.changes()) {
                change(change);
            }
            json.writeEndArray();
        }
        rows("rows", verdict.rows());
        rows("lost", verdict.lost());
        json.writeEndObject();
    }

    private void failure(Failure failure) throws IOException {
        if (failure.error().isPresent()) {
            json.writeStringField("sqlState", failure.error().get().sqlState());
        }
        json.writeStringField("message", failure.message());
        text("file", failure.pathOrNull());
        position(failure.startOrNull());
        text("statement", failure.statement());
    }

    private void position(@Nullable Position position) throws IOException {
        if (position != null) {
            json.writeNumberField("line", position.line());
            json.writeNumberField("column", position.column());
        }
    }

    private void change(ObjectChange change) throws IOException {
        json.writeStartObject();
        json.writeStringField("object", change.object());
        text("property", change.propertyOrNull());
        text("before", change.beforeOrNull());
        text("after", change.afterOrNull());
        json.writeEndObject();
    }

    private void rows(String name, List<RowChange> changes) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (RowChange change : changes) {
            json.writeStartObject();
            json.writeStringField("table", change.table().toString());
            json.writeNumberField("before", change.before());
            json.writeNumberField("after", change.after());
            texts("gone", change.gone());
            texts("come", change.come());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            strings(name, texts);
        }
    }

    private void strings(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
