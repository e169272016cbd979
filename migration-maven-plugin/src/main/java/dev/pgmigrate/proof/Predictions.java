package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is predicted of the locks of a plan's migrations, worked out once for all who ask. */
final class Predictions {
    private final ProofPlan plan;
    private final Iterator<Migration> open;
    private final Map<String, Map<SourceRange, Map<QualifiedName, LockPrediction.Expected>>> known = new HashMap<>();
    private @Nullable LockPrediction prediction;

    Predictions(ProofPlan plan) {
        this.plan = plan;
        this.open = plan.migrations().iterator();
    }

    /** Returns what is predicted of a migration on a server of {@code version}. */
    synchronized Map<SourceRange, Map<QualifiedName, LockPrediction.Expected>> of(
            Migration migration, PostgresVersion version) {
        LockPrediction ready = prediction;
        if (ready == null) {
            ready = new LockPrediction(plan.runner(), plan.searchPath(), version);
            plan.preludes().forEach(ready::next);
            prediction = ready;
        }
        while (!known.containsKey(migration.path())) {
            Migration next = open.next();
            known.put(next.path(), ready.next(next.sql()));
        }
        return known.getOrDefault(migration.path(), Map.of());
    }
}
