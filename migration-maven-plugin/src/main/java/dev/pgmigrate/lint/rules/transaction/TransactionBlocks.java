package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.ArrayList;
import java.util.List;

/** Reads which statements of a file open and end transactions. */
final class TransactionBlocks {
    private TransactionBlocks() {}

    static List<Step> changes(FileContext file) {
        return file.topLevel().stream()
                .filter(step -> begins(step)
                        || ends(step, TransactionStatement.Action.COMMIT)
                        || ends(step, TransactionStatement.Action.ROLLBACK))
                .toList();
    }

    static boolean begins(Step step) {
        return step.statement() instanceof TransactionStatement change
                && (change.action() == TransactionStatement.Action.BEGIN
                        || change.action() == TransactionStatement.Action.START
                        || change.chain());
    }

    static boolean ends(Step step, TransactionStatement.Action action) {
        return step.statement() instanceof TransactionStatement change && change.action() == action && !change.chain();
    }

    /** Returns, for a file that nobody wraps, the ones that begin inside a transaction or end none. */
    static List<Step> unmatched(FileContext file) {
        List<Step> unmatched = new ArrayList<>();
        boolean open = false;
        for (Step step : changes(file)) {
            if (begins(step) == open) {
                unmatched.add(step);
            }
            open = begins(step);
        }
        return unmatched;
    }
}
