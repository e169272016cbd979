package dev.pgmigrate.apply.rollback;

import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.plan.PlannedMigration;
import dev.pgmigrate.apply.plan.RollbackPlan;
import dev.pgmigrate.apply.rollback.TakenObjects.Found;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.ServerConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds in the database what rollbacks would destroy, and writes nothing. */
public final class Losses {
    private final TakenObjects objects;
    private final RowCounter count;

    private Losses(ServerConnection connection) {
        this.objects = new TakenObjects(connection);
        this.count = new RowCounter(connection);
    }

    /** Returns what {@code plan} would destroy, in the order in which it runs; what several statements destroy, once. */
    public static List<Loss> of(ServerConnection connection, RollbackPlan plan) {
        Losses losses = new Losses(connection);
        TakenReader reader = new TakenReader();
        Set<String> seen = new HashSet<>();
        List<Loss> all = new ArrayList<>();
        List<Migration> rollbacks = plan.rollbacks();
        for (int i = 0; i < rollbacks.size(); i++) {
            for (Taken taken : reader.read(rollbacks.get(i))) {
                for (Loss loss :
                        losses.of(taken, rollbacks.get(i), plan.chosen().get(i))) {
                    if (loss.object().isEmpty() || seen.add(loss.object())) {
                        all.add(loss);
                    }
                }
            }
        }
        return all;
    }

    private List<Loss> of(Taken taken, Migration rollback, PlannedMigration undone) {
        if (taken instanceof Taken.Untold untold) {
            return List.of(
                    new Loss(rollback, untold.statement(), "", new Loss.Rows(-1, Loss.Rows.Kind.ESTIMATED), 0, null));
        }
        Instant appliedAt = undone.row().map(HistoryRow::appliedAt).orElse(Instant.EPOCH);
        return objects.find(taken).stream()
                .map(found -> loss(taken, found, rollback, appliedAt))
                .toList();
    }

    private Loss loss(Taken taken, Found found, Migration rollback, Instant appliedAt) {
        Loss.Rows rows = count.rows(found);
        if (taken instanceof Taken.Rows && rows.number() != 0) {
            rows = new Loss.Rows(rows.number(), Loss.Rows.Kind.AT_MOST);
        }
        return new Loss(
                rollback,
                taken.statement(),
                (taken instanceof Taken.Rows ? "rows of " : "") + found.words(),
                rows,
                found.bytes(),
                rows.number() == 0 ? null : count.newerThan(appliedAt, found));
    }
}
