package dev.pgmigrate.proof;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.observe.Touched;
import dev.pgmigrate.proof.rows.MadeUpRows;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies migrations to the main line, whose tables have rows that were made up. Life may have no such rows: what the server
 * refuses because of them is applied without, and the refusal is told.
 */
final class Application {
    private final MainLine line;
    private final MigrationProver prover;
    private final ProofPlan plan;
    private final MadeUpRows rows;

    Application(MainLine line, MigrationProver prover, ProofPlan plan, MadeUpRows rows) {
        this.line = line;
        this.prover = prover;
        this.plan = plan;
        this.rows = rows;
    }

    /**
     * A migration that applied.
     *
     * @param watchedOrNull what was seen, if it is proved
     * @param end when it ended
     * @param refusedOrNull why it did not apply to tables with rows, or null if it did
     */
    record Applied(
            @Nullable FirstRunWatch watchedOrNull,
            Duration duration,
            long end,
            @Nullable ReplayFailure refusedOrNull) {}

    /** Applies a migration, watched if it is proved. */
    Applied apply(Migration migration, boolean proved) throws ReplayException {
        SqlFile file = migration.sql();
        String text = text(migration);
        if (proved) {
            rows.fill(line.aside(), text);
            line.filled();
        }
        boolean undone = ServerReplay.canBeTriedOut(file, plan.runner());
        ReplayFailure refused = undone || !rows.concern(text) ? null : refusedOnCopy(file, text);
        while (true) {
            if (!rows.tables().isEmpty()) {
                line.positions();
            }
            FirstRunWatch first = proved ? FirstRunWatch.watching(line.connection(), rows) : null;
            long start = System.nanoTime();
            try {
                prover.replay(line.connection()).run(file, plan.runner(), first == null ? new Unwatched() : first);
                long end = System.nanoTime();
                return new Applied(first, Duration.ofNanos(end - start), end, refused);
            } catch (ReplayException e) {
                if (!undone || !e.failure().isOfRows() || !rows.remove(line.aside(), text)) {
                    throw prover.explained(e, file);
                }
                line.positions().restore(line.connection());
                refused = refused == null ? e.failure() : refused;
            }
        }
    }

    /** What runs in no transaction leaves half of it behind where it fails, so it is tried elsewhere. */
    private @Nullable ReplayFailure refusedOnCopy(SqlFile file, String text) {
        ReplayFailure refused = prover.refusedOnCopy(file);
        if (refused == null || !refused.isOfRows()) {
            return null;
        }
        rows.remove(line.aside(), text);
        return refused;
    }

    /** The rollback may name tables that the migration does not. */
    private static String text(Migration migration) {
        Optional<SqlFile> back = MigrationProver.rollbackOf(migration);
        return migration.source().text()
                + back.map(file -> '\n' + file.source().text()).orElse("");
    }

    /** What is only run may still put rows into tables. */
    private final class Unwatched implements ServerReplay.Watch {
        @Override
        public void after(ScriptStep step, long start) {}

        @Override
        public void beforeCommit() {
            if (!rows.tables().isEmpty()) {
                rows.written(
                        line.connection(),
                        Touched.ofTransaction(line.connection()).relations());
            }
        }
    }
}
