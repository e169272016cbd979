package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Settings;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DatabaseStatement;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.SessionStatement;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows through a file what takes its {@code lock_timeout} away, so that a later statement waits without end though the
 * file, or who runs it, had set a bound.
 */
final class TimeoutLoss {
    private static final String NAME = "lock_timeout";

    private final Runner runner;
    private final boolean othersSetIt;
    private @Nullable Loss loss;

    /**
     * One loss.
     *
     * @param range the statement that takes the bound away
     * @param words how it does so, to begin a sentence with
     * @param advice what to do instead
     * @param instead what to write in its place, or null
     */
    record Loss(
            SourceRange range,
            String words,
            String advice,
            @Nullable String instead) {}

    TimeoutLoss(LintSettings settings) {
        this.runner = settings.runner();
        this.othersSetIt = settings.runnerSetsTimeouts() && runner != Runner.MIGRATE;
    }

    /** Takes the next statement of the file in; returns what has taken the bound away from it. */
    Optional<Loss> next(Step step) {
        Optional<Settings.Setting> set = step.settings().attempt(NAME);
        Optional<Loss> before = set.isPresent() ? Optional.empty() : Optional.ofNullable(loss);
        if (!othersSetIt) {
            Statement statement = step.statement();
            if (statement instanceof SettingStatement.SetStatement change) {
                set(change, set.isPresent() || runner == Runner.MIGRATE);
            } else if (statement instanceof SessionStatement.Discard discard
                    && discard.target() == SessionStatement.DiscardTarget.ALL
                    && set.isPresent()) {
                loss = new Loss(discard.range(), "After DISCARD ALL", "Set it again.", null);
            } else if (runner != Runner.MIGRATE) {
                outside(statement, set);
            }
        }
        return before;
    }

    private void set(SettingStatement.SetStatement statement, boolean bounded) {
        SettingChange change = statement.change();
        boolean all = change.kind() == SettingChange.Kind.RESET_ALL;
        if (!all && !change.name().equalsIgnoreCase(NAME)) {
            return;
        }
        if (change.kind() == SettingChange.Kind.VALUE) {
            loss = null;
        } else if (bounded) {
            String again = statement.local() ? "set local lock_timeout = '2s'" : "set lock_timeout = '2s'";
            loss = new Loss(
                    statement.range(),
                    "Without the lock_timeout that this resets",
                    "Move it after the last statement that locks a table.",
                    all ? null : again);
        }
    }

    /** What only matters where the runner does not set a bound of its own. */
    private void outside(Statement statement, Optional<Settings.Setting> set) {
        if (statement instanceof TransactionStatement end
                && set.filter(Settings.Setting::effective).isPresent()) {
            // Where the setting is the session's, it is still there for the next statement, and nothing is lost.
            if (end.action() == TransactionStatement.Action.COMMIT
                    || end.action() == TransactionStatement.Action.ROLLBACK) {
                loss = new Loss(
                        end.range(), "The lock_timeout ends with the transaction, so", "Set it again after it.", null);
            }
        } else if (set.isEmpty() && loss == null && isSetFor(statement)) {
            loss = new Loss(
                    statement.range(),
                    "What a role or a database sets reaches new sessions only, so in this one",
                    "Write SET lock_timeout in the file as well.",
                    null);
        }
    }

    private static boolean isSetFor(Statement statement) {
        if (statement instanceof RoleStatement.AlterRoleSet role) {
            return sets(role.change());
        }
        return statement instanceof DatabaseStatement.AlterDatabaseSet database && sets(database.change());
    }

    private static boolean sets(SettingChange change) {
        return change.kind() == SettingChange.Kind.VALUE && change.name().equalsIgnoreCase(NAME);
    }
}
