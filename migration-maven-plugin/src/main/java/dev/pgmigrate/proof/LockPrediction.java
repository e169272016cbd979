package dev.pgmigrate.proof;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.effect.Effects;
import dev.pgmigrate.effect.Work;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rules believe about the locks of each statement, for comparison with the server. */
public final class LockPrediction {
    private static final String PUBLIC = "public";

    private final Replay replay;
    private final PostgresVersion version;

    public LockPrediction(Runner runner, List<String> searchPath, PostgresVersion version) {
        this.replay = new Replay(runner, searchPath.isEmpty() ? List.of(PUBLIC) : searchPath);
        this.version = version;
    }

    /**
     * What a statement is expected to do to a table.
     *
     * @param mode the strongest lock that it takes
     * @param work the most that it does meanwhile
     */
    public record Expected(LockMode mode, Work work) {
        private Expected and(Expected other) {
            return new Expected(
                    mode.compareTo(other.mode) >= 0 ? mode : other.mode,
                    work.compareTo(other.work) >= 0 ? work : other.work);
        }
    }

    /** Returns what each statement does to each table; the next file has to be the next one. */
    public Map<SourceRange, Map<QualifiedName, Expected>> next(SqlFile file) {
        Map<SourceRange, Map<QualifiedName, Expected>> locks = new HashMap<>();
        for (Step step : replay.run(file).steps()) {
            if (step.outer() == null || step.outer() instanceof DoStatement) {
                SourceRange range = (step.outer() == null ? step.statement() : step.outer()).range();
                Map<QualifiedName, Expected> of = locks.computeIfAbsent(range, key -> new HashMap<>());
                if (step.statement() instanceof BulkStatement.Lock lock) {
                    lock.tables()
                            .forEach(table -> of.merge(
                                    step.before().resolve(table.name()).inSchema(PUBLIC),
                                    new Expected(lock.mode(), Work.NONE),
                                    Expected::and));
                }
                for (Effect effect : Effects.ofFilesAlone(step, version)) {
                    of.merge(
                            effect.relation().inSchema(PUBLIC),
                            new Expected(effect.mode(), effect.work()),
                            Expected::and);
                }
            }
        }
        return locks;
    }
}
