package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.undo.RollbackDraft;
import dev.pgmigrate.undo.RollbackDrafts;
import java.util.IdentityHashMap;
import java.util.Objects;

/** The drafts of the rollbacks of all migrations in a folder, for which it is replayed once more. */
final class DraftedRollbacks {
    private final IdentityHashMap<Migration, RollbackDraft> drafts = new IdentityHashMap<>();

    DraftedRollbacks(FolderContext folder) {
        RollbackDrafts all = new RollbackDrafts(folder.settings().searchPath());
        folder.migrations().all().forEach(migration -> drafts.put(migration, all.next(migration.sql())));
    }

    RollbackDraft of(Migration migration) {
        return Objects.requireNonNull(drafts.get(migration), migration.path());
    }
}
