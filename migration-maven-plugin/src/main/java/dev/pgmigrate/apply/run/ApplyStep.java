package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.server.SessionSettings;

/** One step of applying a migration, as a value, so that a dry run writes exactly what a server would be sent. */
sealed interface ApplyStep {
    /** Performs the step. */
    void by(Interpreter interpreter);

    /** Performs the steps of one migration, in order. */
    interface Interpreter {
        void reset(SessionSettings timeouts);

        void readLedger();

        void begin(String sql);

        void check(Directive.Requirement requirement);

        void run(ScriptStep step);

        void set(String sql);

        void record(ScriptStep step);

        void runAlone(ScriptStep step);

        void forgetStatements();

        void commit();
    }

    /** Resets the session to its initial state, and checks that the lock is held. */
    record Reset(SessionSettings timeouts) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.reset(timeouts);
        }
    }

    /** Finds out which statements an earlier attempt completed. */
    record ReadLedger() implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.readLedger();
        }
    }

    /** Begins the transaction that also writes the row in the history. */
    record Begin(String sql) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.begin(sql);
        }
    }

    /** Checks that what a directive demands holds. */
    record Check(Directive.Requirement requirement) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.check(requirement);
        }
    }

    /** Sends a statement whose effects end with the transaction, or with the session, if it fails. */
    record Run(ScriptStep step) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.run(step);
        }
    }

    /** Changes the timeouts of the session between two statements. */
    record Settings(String sql) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.set(sql);
        }
    }

    /** Runs a statement in the same transaction as its line in the ledger. */
    record Recorded(ScriptStep step) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.record(step);
        }
    }

    /** Runs a statement that cannot run in a transaction, updating its line in the ledger before and after it. */
    record Alone(ScriptStep step) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.runAlone(step);
        }
    }

    /** Clears the ledger, since the migration as a whole is recorded next. */
    record ForgetStatements() implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.forgetStatements();
        }
    }

    /** Records the migration, here and for the Supabase CLI, and commits. */
    record Commit() implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.commit();
        }
    }
}
