package dev.pgmigrate.undo;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import java.util.List;

/** Drafts the rollbacks of files that are given in the order in which they would be applied. */
public final class RollbackDrafts {
    private final Replay replay;
    private final Definitions definitions = new Definitions();

    /** @param searchPath the schemas of names without one */
    public RollbackDrafts(List<String> searchPath) {
        this.replay = new Replay(Runner.MIGRATE, searchPath);
    }

    /** Reads a file that needs no rollback. */
    public void pass(SqlFile file) {
        RollbackDraft.ran(replay.run(file).steps().changes()).forEach(definitions::remember);
    }

    /** Drafts the rollback of the next file. */
    public RollbackDraft next(SqlFile file) {
        return RollbackDraft.of(replay.run(file).steps().changes(), definitions);
    }
}
