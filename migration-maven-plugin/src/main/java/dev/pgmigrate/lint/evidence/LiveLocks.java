package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The locks that a step takes on relations that others may be using. */
public final class LiveLocks {
    private LiveLocks() {}

    public static List<Effect> of(Step step, FileContext file) {
        if (step.place() == Place.FUNCTION_BODY) {
            return List.of();
        }
        if (step.statement() instanceof DropStatement drop && !Drops.findSomething(drop, step.before())) {
            return List.of();
        }
        List<Effect> live = new ArrayList<>();
        for (Effect effect : file.context(step).effects()) {
            if (!file.isFresh(step.before(), effect.relation())) {
                live.add(effect);
            }
        }
        return live;
    }

    /** Returns the first one that blocks others' reads or writes. */
    public static Optional<Effect> blocking(Step step, FileContext file) {
        return of(step, file).stream()
                .filter(effect -> effect.mode().blocksWrites())
                .findFirst();
    }

    public static String blocked(LockMode mode) {
        return mode.blocksReads() ? "reads and writes" : "writes";
    }
}
