package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.history.DryRunScript;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.OwnTransaction;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.SettingStatement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dry run of {@link Migrator}: the same statements in the same order, written and not sent.
 *
 * <p>What depends on what the server answers, such as a try that is repeated, is told in comments.
 */
public final class ApplyScript {
    private final ServerConnection connection;
    private final MigratorSettings settings;
    private final SchemaHistory history;
    private final DryRunScript script;
    private final @Nullable SupabaseMirror mirror;

    private ApplyScript(ServerConnection connection, MigratorSettings settings) {
        this.connection = connection;
        this.settings = settings;
        this.history = new SchemaHistory(connection, settings.table());
        this.script = new DryRunScript("apply", connection, settings.table());
        this.mirror = SupabaseMirror.find(connection).orElse(null);
    }

    /**
     * Returns the script for what is pending; nothing where nothing is. The connection is only read from.
     *
     * @throws NotApplicableException if something is found to be wrong, as {@link Migrator#apply} would
     */
    public static Optional<String> of(
            ServerConnection connection, Migrations migrations, Plan plan, MigratorSettings settings) {
        List<Migration> pending = new Planner(connection, settings.table()).applicable(migrations, plan, settings);
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        ApplyScript writer = new ApplyScript(connection, settings);
        pending.forEach(writer::migration);
        return Optional.of(writer.script.toString());
    }

    private void migration(Migration migration) {
        boolean whole = migration.transactionMode() == TransactionMode.TRANSACTION;
        script.section(migration.path() + (whole ? "" : ", without a transaction"));
        SessionSettings timeouts = settings.timeouts(migration);
        timeouts.statements(connection.version()).forEach(script::statement);
        if (whole) {
            inTransaction(migration);
        } else {
            alone(migration, timeouts);
        }
        if (mirror != null) {
            script.statement(mirror.recordSql(migration));
        }
        script.statement("RESET SESSION AUTHORIZATION");
        script.statement("RESET ROLE");
        script.statement(history.appliedSql(settings.entry(migration)));
        script.statement("COMMIT");
    }

    private void inTransaction(Migration migration) {
        OwnTransaction own = migration.sql().ownTransaction();
        List<ScriptStep> steps = own.inside(ScriptStep.of(migration.script()));
        int end = own.begin().map(begin -> begin.range().end()).orElse(0);
        script.statement(own.beginSql(migration.source()));
        required(migration);
        for (ScriptStep step : steps) {
            end = step(migration, step, end);
        }
        ensured(migration);
        if (mirror != null) {
            script.statement("RESET SESSION AUTHORIZATION");
            script.statement("RESET ROLE");
        }
    }

    private void alone(Migration migration, SessionSettings timeouts) {
        required(migration);
        String version = migration.version().toString();
        List<ScriptStep> steps = ScriptStep.of(migration.script());
        int end = 0;
        for (int i = 0; i < steps.size(); i++) {
            ScriptStep step = steps.get(i);
            boolean leavesOvers = Leftovers.possibleAfter(step.statement());
            if (leavesOvers) {
                script.comment(
                        "What an earlier try left INVALID is removed before, and what this one leaves if it fails.");
                SessionSettings.UNLIMITED.timeouts().forEach(script::statement);
            }
            end = step(migration, step, end);
            if (leavesOvers) {
                timeouts.timeouts().forEach(script::statement);
            }
            if (!(step.statement() instanceof SettingStatement)) {
                script.statement(
                        history.statementSql(version, Checksum.of(step.sql()).hex(), i));
            }
        }
        ensured(migration);
        timeouts.statements(connection.version()).forEach(script::statement);
        script.statement("BEGIN");
        script.statement(history.forgetStatementsSql(version));
    }

    /** Writes one statement with the comments before it, and returns where it ends in the file. */
    private int step(Migration migration, ScriptStep step, int endOfTheLast) {
        SourceText source = migration.script().source();
        String text = source.text();
        String between =
                text.substring(endOfTheLast, step.range().start()).strip().replaceFirst("^;\\s*", "");
        if (!between.isEmpty()) {
            script.verbatim(between);
        }
        script.statement(step.sql());
        SourceRange data = step.dataOrNull();
        if (data == null) {
            return step.range().end();
        }
        String lines = source.text(data);
        script.verbatim(lines + (lines.isEmpty() || lines.endsWith("\n") ? "" : "\n") + "\\.");
        int end = text.indexOf("\\.", data.end());
        return end < 0 ? data.end() : end + 2;
    }

    private void required(Migration migration) {
        migration
                .directives()
                .of(Directive.Requires.class)
                .forEach(requires ->
                        script.mustBe(ObjectProbe.question(requires.object()).sql()));
    }

    private void ensured(Migration migration) {
        migration
                .directives()
                .of(Directive.Ensures.class)
                .forEach(ensures ->
                        script.mustBe(ObjectProbe.question(ensures.object()).sql()));
    }
}
