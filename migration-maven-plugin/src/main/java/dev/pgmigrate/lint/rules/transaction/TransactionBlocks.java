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

    /** Returns whether one {@code BEGIN} … {@code COMMIT} stands around the whole file, which our runner takes as its own. */
    static boolean isOnePairAround(FileContext file) {
        List<Step> steps = file.topLevel();
        List<Step> changes = changes(file);
        return changes.size() == 2
                && begins(changes.get(0))
                && ends(changes.get(1), TransactionStatement.Action.COMMIT)
                && steps.get(0).index() == changes.get(0).index()
                && steps.get(steps.size() - 1).index() == changes.get(1).index();
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
