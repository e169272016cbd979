package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.LiveLocks;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.ObjectStatement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reports a transaction that locks several existing tables against reads or writes at once. */
final class AvoidWideLockWindow extends FileRule {
    AvoidWideLockWindow() {
        super(Facts.warning(Category.TRANSACTION).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        Map<QualifiedName, LockMode> held = new LinkedHashMap<>();
        for (Step step : context.steps().changes()) {
            if (context.isBehindCommit(step)) {
                held.clear();
            }
            Map<QualifiedName, LockMode> taken = new LinkedHashMap<>();
            for (Effect effect : LiveLocks.of(step, context)) {
                if (effect.mode().blocksWrites()) {
                    taken.merge(effect.relation(), effect.mode(), AvoidWideLockWindow::stronger);
                }
            }
            for (Map.Entry<QualifiedName, LockMode> lock : taken.entrySet()) {
                Optional<Map.Entry<QualifiedName, LockMode>> other = held.entrySet().stream()
                        // A foreign key locks both of its tables by itself, however the locks are spread over files.
                        .filter(earlier -> !taken.containsKey(earlier.getKey()))
                        .filter(earlier -> !isOneTable(earlier.getKey(), lock.getKey(), step))
                        .filter(earlier ->
                                stronger(lock.getValue(), earlier.getValue()).blocksReads())
                        .findFirst();
                if (other.isPresent()) {
                    report(step, lock, other.get(), reporter);
                    return;
                }
            }
            taken.forEach((table, mode) -> held.merge(table, mode, AvoidWideLockWindow::stronger));
            if (step.statement() instanceof ObjectStatement.Rename rename
                    && rename.object().parent() == null) {
                follow(rename, step, held);
            }
        }
    }

    /** Under its new name a table is the one that is locked. */
    private static void follow(ObjectStatement.Rename rename, Step step, Map<QualifiedName, LockMode> held) {
        QualifiedName table = step.before().resolve(rename.object().name());
        LockMode mode = held.remove(table);
        if (mode != null) {
            held.put(new QualifiedName(table.schemaOrNull(), rename.newName().text()), mode);
        }
    }

    private static void report(
            Step step,
            Map.Entry<QualifiedName, LockMode> lock,
            Map.Entry<QualifiedName, LockMode> earlier,
            Reporter reporter) {
        reporter.report(
                step.statement().range(),
                "`" + lock.getKey().name() + "` is locked (" + lock.getValue().sql() + ") while `"
                        + earlier.getKey().name() + "` still is ("
                        + earlier.getValue().sql()
                        + "): both block others until the commit, and a session that takes them in another order"
                        + " deadlocks",
                "Change one table a file.");
    }

    private static LockMode stronger(LockMode one, LockMode other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** A partition and its parent are one table to those who use them. */
    private static boolean isOneTable(QualifiedName one, QualifiedName other, Step step) {
        return one.equals(other) || isPartition(one, other, step) || isPartition(other, one, step);
    }

    private static boolean isPartition(QualifiedName child, QualifiedName parent, Step step) {
        return step.after()
                .table(child)
                .filter(table -> parent.equals(table.partitionOf()))
                .isPresent();
    }
}
