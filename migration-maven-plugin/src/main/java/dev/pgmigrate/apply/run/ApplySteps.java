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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of applying a migration, in order; decided once, for both the server and the script of a dry run. */
final class ApplySteps {
    private final List<ApplyStep> steps = new ArrayList<>();

    private final Optional<String> setRole;

    private ApplySteps(Optional<String> setRole) {
        this.setRole = setRole;
    }

    static List<ApplyStep> of(Migration migration, MigratorSettings settings) {
        ApplySteps steps = new ApplySteps(settings.setRole());
        SessionSettings timeouts = settings.timeouts(migration);
        if (migration.transactionMode() == TransactionMode.TRANSACTION) {
            steps.inTransaction(migration, timeouts);
        } else {
            steps.withoutTransaction(migration, timeouts);
        }
        return steps.steps;
    }

    private void inTransaction(Migration migration, SessionSettings timeouts) {
        OwnTransaction own = migration.sql().ownTransaction();
        steps.add(new ApplyStep.Reset(timeouts));
        takeRole();
        steps.add(new ApplyStep.Begin(own.beginSql(migration.source())));
        required(migration);
        own.inside(ScriptStep.of(migration.script())).forEach(step -> steps.add(new ApplyStep.Run(step)));
        ensured(migration);
        steps.add(new ApplyStep.Commit());
    }

    private void withoutTransaction(Migration migration, SessionSettings timeouts) {
        steps.add(new ApplyStep.Reset(timeouts));
        steps.add(new ApplyStep.ReadLedger());
        takeRole();
        required(migration);
        ScriptStep.of(migration.script()).forEach(step -> recorded(step, migration.source()));
        ensured(migration);
        steps.add(new ApplyStep.Reset(timeouts));
        steps.add(new ApplyStep.Begin("BEGIN"));
        steps.add(new ApplyStep.ForgetStatements());
        steps.add(new ApplyStep.Commit());
    }

    private void recorded(ScriptStep step, SourceText source) {
        if (SessionState.of(step.statement(), source) == SessionState.REPEATED) {
            steps.add(new ApplyStep.Run(step));
        } else if (Transactional.of(step.statement()) != Transactional.NO) {
            steps.add(new ApplyStep.Recorded(step));
        } else if (Leftovers.possibleAfter(step.statement())) {
            // A timeout would cancel it, and it is cancelling that leaves something behind.
            steps.add(new ApplyStep.Settings(SessionSettings.LIFT_TIMEOUTS));
            steps.add(new ApplyStep.Alone(step));
            steps.add(new ApplyStep.Settings(SessionSettings.RESTORE_TIMEOUTS));
        } else {
            steps.add(new ApplyStep.Alone(step));
        }
    }

    /** For the statements of the file; what is written to the history is written as ourselves. */
    private void takeRole() {
        setRole.ifPresent(sql -> steps.add(new ApplyStep.Settings(sql)));
    }

    private void required(Migration migration) {
        migration
                .directives()
                .of(Directive.Requires.class)
                .forEach(directive -> steps.add(new ApplyStep.Check(directive.object(), directive.range(), true)));
    }

    private void ensured(Migration migration) {
        migration
                .directives()
                .of(Directive.Ensures.class)
                .forEach(directive -> steps.add(new ApplyStep.Check(directive.object(), directive.range(), false)));
    }
}
