package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveLocks;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports rows that are filled while the same transaction locks the table. */
final class BackfillWithDdl extends StatementRule<DmlStatement> {
    private static final String ADVICE = "Change the rows in a migration of its own, in batches.";

    BackfillWithDdl() {
        super(
                Facts.warning(Category.LOCK).since("0.1"),
                DmlStatement.Insert.class,
                DmlStatement.Update.class,
                DmlStatement.Delete.class);
    }

    @Override
    protected void check(DmlStatement statement, LintContext context, Reporter reporter) {
        ObjectName table = context.inTransaction() ? Backfill.of(context) : null;
        if (table == null) {
            return;
        }
        QualifiedName name = context.schema().resolve(table);
        Effect before = lock(context.earlier(), true, name, context.file());
        Effect after = before == null && !Backfill.isLockedByName(context, name)
                ? lock(context.later(), false, name, context.file())
                : null;
        if (before != null) {
            reporter.report(
                            statement.range(),
                            "The rows of `" + name + "` are changed under the " + words(before)
                                    + " lock that this transaction took before, which stops "
                                    + LiveLocks.blocked(before.mode())
                                    + " until the last one is done",
                            ADVICE)
                    .assumed();
        } else if (after != null) {
            reporter.report(
                            statement.range(),
                            "The rows of `" + name + "` are changed in the transaction that then waits for "
                                    + words(after) + " on it, and is lost with all of them if it does not get it",
                            ADVICE)
                    .assumed();
        }
    }

    private static @Nullable Effect lock(List<Step> steps, boolean backwards, QualifiedName table, FileContext file) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(backwards ? steps.size() - 1 - i : i);
            if (file.isBehindCommit(step)) {
                return null;
            }
            for (Effect effect : LiveLocks.of(step, file)) {
                if (effect.relation().equals(table) && effect.mode().blocksWrites()) {
                    return effect;
                }
            }
        }
        return null;
    }

    private static String words(Effect effect) {
        return effect.mode().name().replace('_', ' ');
    }
}
