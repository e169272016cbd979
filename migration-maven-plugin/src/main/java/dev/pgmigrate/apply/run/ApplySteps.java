package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.OwnTransaction;
import dev.pgmigrate.migration.SessionState;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.sql.SourceText;
import java.util.Optional;

/**
 * The steps of applying a migration, in order; decided once, for both the server and the script of a dry run. Each is taken as
 * soon as it is known: a list of the steps of a large file would be several times the file.
 */
final class ApplySteps {
    private final Optional<String> setRole;
    private final ApplyStep.Interpreter interpreter;

    private ApplySteps(Optional<String> setRole, ApplyStep.Interpreter interpreter) {
        this.setRole = setRole;
        this.interpreter = interpreter;
    }

    /** Has {@code interpreter} take the steps of applying {@code migration}. */
    static void take(Migration migration, MigratorSettings settings, ApplyStep.Interpreter interpreter) {
        ApplySteps steps = new ApplySteps(settings.setRole(), interpreter);
        SessionSettings timeouts = settings.timeouts(migration);
        if (migration.transactionMode() == TransactionMode.TRANSACTION) {
            steps.inTransaction(migration, timeouts);
        } else {
            steps.withoutTransaction(migration, timeouts);
        }
    }

    private void add(ApplyStep step) {
        step.by(interpreter);
    }

    private void inTransaction(Migration migration, SessionSettings timeouts) {
        OwnTransaction own = migration.sql().ownTransaction();
        add(new ApplyStep.Reset(timeouts));
        takeRole();
        add(new ApplyStep.Begin(own.beginSql(migration.source())));
        required(migration);
        own.inside(ScriptStep.of(migration.script())).forEach(step -> add(new ApplyStep.Run(step)));
        ensured(migration);
        add(new ApplyStep.Commit());
    }

    private void withoutTransaction(Migration migration, SessionSettings timeouts) {
        add(new ApplyStep.Reset(timeouts));
        add(new ApplyStep.ReadLedger());
        takeRole();
        required(migration);
        ScriptStep.of(migration.script()).forEach(step -> recorded(step, migration.source()));
        ensured(migration);
        add(new ApplyStep.Reset(timeouts));
        add(new ApplyStep.Begin("BEGIN"));
        add(new ApplyStep.ForgetStatements());
        add(new ApplyStep.Commit());
    }

    private void recorded(ScriptStep step, SourceText source) {
        if (SessionState.of(step.statement(), source) == SessionState.REPEATED) {
            add(new ApplyStep.Run(step));
        } else if (Transactional.of(step.statement()) != Transactional.NO) {
            add(new ApplyStep.Recorded(step));
        } else if (Leftovers.possibleAfter(step.statement())) {
            // A timeout would cancel it, and it is cancelling that leaves something behind.
            add(new ApplyStep.Settings(SessionSettings.LIFT_TIMEOUTS));
            add(new ApplyStep.Alone(step));
            add(new ApplyStep.Settings(SessionSettings.RESTORE_TIMEOUTS));
        } else {
            add(new ApplyStep.Alone(step));
        }
    }

    /** For the statements of the file; what is written to the history is written as ourselves. */
    private void takeRole() {
        setRole.ifPresent(sql -> add(new ApplyStep.Settings(sql)));
    }

    private void required(Migration migration) {
        migration.directives().of(Directive.Requires.class).forEach(directive -> add(new ApplyStep.Check(directive)));
    }

    private void ensured(Migration migration) {
        migration.directives().of(Directive.Ensures.class).forEach(directive -> add(new ApplyStep.Check(directive)));
    }
}
