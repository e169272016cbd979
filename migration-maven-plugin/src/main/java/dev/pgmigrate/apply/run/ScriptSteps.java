package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.ObjectProbe;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.history.DryRunScript;
import dev.pgmigrate.apply.history.HistoryRecords;
import dev.pgmigrate.apply.history.StatementLedger;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.RequiredObject;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.migration.ValidationQuery;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the steps of one migration as a script. */
final class ScriptSteps implements ApplyStep.Interpreter {
    /** The session that runs the script holds the lock, or it would not have got this far. */
    private static final String LOCK_HELD = "true";

    private final ServerConnection connection;
    private final Migration migration;
    private final DryRunScript script;
    private final Recording recording;
    private final StatementLedger ledger;
    private final @Nullable SupabaseMirror mirror;

    /** The end in the file of the last statement that was written. */
    private int written;

    ScriptSteps(
            ServerConnection connection,
            MigratorSettings settings,
            Migration migration,
            DryRunScript script,
            @Nullable SupabaseMirror mirror,
            Direction direction) {
        this.connection = connection;
        this.migration = migration;
        this.script = script;
        this.recording = new Recording(new HistoryRecords(settings.table(), LOCK_HELD), settings, migration, direction);
        this.ledger = new StatementLedger(settings.table(), LOCK_HELD);
        this.mirror = mirror;
        this.written = migration
                .sql()
                .ownTransaction()
                .begin()
                .map(begin -> begin.range().end())
                .orElse(0);
    }

    @Override
    public void reset(SessionSettings timeouts) {
        timeouts.statements(connection.version()).forEach(script::statement);
        script.searchPathOfFiles();
    }

    @Override
    public void readLedger() {
        script.comment("A statement that an earlier attempt completed is skipped.");
    }

    @Override
    public void begin(String sql) {
        script.statement(sql);
    }

    @Override
    public void check(Directive.Requirement requirement) {
        if (requirement.condition() instanceof RequiredObject object) {
            script.mustBe(ObjectProbe.question(object).sql());
        } else if (requirement.condition() instanceof ValidationQuery query) {
            // On lines of its own, since it may end with a comment.
            script.mustBe("coalesce((\n" + query.sql() + "\n), false)");
        }
    }

    @Override
    public void set(String sql) {
        script.statement(sql);
    }

    /** Writes one statement, and the comments before it. */
    @Override
    public void run(ScriptStep step) {
        SourceText source = migration.script().source();
        String before = source.text(new SourceRange(written, step.range().start()))
                .strip()
                .replaceFirst("^;\\s*", "");
        if (!before.isEmpty()) {
            script.verbatim(before);
        }
        script.statement(step.sql());
        written = step.range().end();
        SourceRange data = step.dataOrNull();
        if (data != null) {
            String lines = source.text(data);
            script.verbatim(lines + (lines.isEmpty() || lines.endsWith("\n") ? "" : "\n") + "\\.");
            int dot = source.indexOf("\\.", data.end());
            written = dot < 0 ? data.end() : dot + 2;
        }
    }

    @Override
    public void record(ScriptStep step) {
        if (Transactional.of(step.statement()) == Transactional.DEPENDS) {
            script.comment("Runs in a transaction if the server allows that.");
            runAlone(step);
            return;
        }
        script.statement("BEGIN");
        run(step);
        script.statement(HistoryRecords.commitWith(ledger.done(version(), step.checksum(migration.source()))));
    }

    @Override
    public void runAlone(ScriptStep step) {
        if (Leftovers.possibleAfter(step.statement())) {
            script.comment("An INVALID index from an earlier attempt is removed first, and so is what this one"
                    + " leaves if it fails.");
        }
        script.statement(HistoryRecords.transactionOf(ledger.started(version(), step.checksum(migration.source()))));
        run(step);
        script.statement(HistoryRecords.transactionOf(ledger.finished(version())));
    }

    @Override
    public void forgetStatements() {
        script.statement(ledger.forgotten(version()));
    }

    @Override
    public void commit() {
        List<String> record = new ArrayList<>();
        if (mirror != null) {
            record.add(recording.mirrorSql(mirror));
        }
        record.addAll(recording.succeeded("NULL"));
        script.statement(HistoryRecords.commitWith(record));
    }

    private String version() {
        return migration.version().toString();
    }
}
