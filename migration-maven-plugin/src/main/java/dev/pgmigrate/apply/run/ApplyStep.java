package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.migration.RequiredObject;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.sql.SourceRange;

/** One thing that applying a migration does: a value, so that a dry run writes what a server is sent. */
sealed interface ApplyStep {
    /** Does it. */
    void by(Interpreter interpreter);

    /** Does the steps of one migration, in order. */
    interface Interpreter {
        void reset(SessionSettings timeouts);

        void readLedger();

        void begin(String sql);

        void check(RequiredObject object, SourceRange directive, boolean before);

        void run(ScriptStep step);

        void set(String sql);

        void record(ScriptStep step);

        void runAlone(ScriptStep step);

        void forgetStatements();

        void commit();
    }

    /** Makes the session as it was when it was opened, and makes sure of the lock. */
    record Reset(SessionSettings timeouts) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.reset(timeouts);
        }
    }

    /** Finds out which statements an earlier try got done. */
    record ReadLedger() implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.readLedger();
        }
    }

    /** Begins the transaction that also holds the history's row. */
    record Begin(String sql) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.begin(sql);
        }
    }

    /** Makes sure that an object is there which a directive names. */
    record Check(RequiredObject object, SourceRange directive, boolean before) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.check(object, directive, before);
        }
    }

    /** Sends a statement whose traces the transaction, or the session, takes with it when it ends. */
    record Run(ScriptStep step) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.run(step);
        }
    }

    /** Changes the session's timeouts between two statements. */
    record Settings(String sql) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.set(sql);
        }
    }

    /** Runs a statement in one transaction with its line in the ledger. */
    record Recorded(ScriptStep step) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.record(step);
        }
    }

    /** Runs a statement that no transaction takes, its line in the ledger before and behind it. */
    record Alone(ScriptStep step) implements ApplyStep {
        @Override
        public void by(Interpreter interpreter) {
            interpreter.runAlone(step);
        }
    }

    /** Empties the ledger, since the migration as a whole is recorded next. */
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
