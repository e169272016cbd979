package dev.pgmigrate.proof;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.effect.Effects;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
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

    /** Returns the strongest lock on each table by the statement that takes it; the next file has to be the next one. */
    public Map<SourceRange, Map<QualifiedName, LockMode>> next(SqlFile file) {
        Map<SourceRange, Map<QualifiedName, LockMode>> locks = new HashMap<>();
        for (Step step : replay.run(file).steps()) {
            if (step.outer() == null || step.outer() instanceof DoStatement) {
                SourceRange range = (step.outer() == null ? step.statement() : step.outer()).range();
                for (Effect effect : Effects.of(step.statement(), step.before(), version)) {
                    locks.computeIfAbsent(range, key -> new HashMap<>())
                            .merge(
                                    effect.relation().inSchema(PUBLIC),
                                    effect.mode(),
                                    (one, other) -> one.compareTo(other) >= 0 ? one : other);
                }
            }
        }
        return locks;
    }
}
