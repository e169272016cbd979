package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.NewFile;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Rollback;
import dev.pgmigrate.sql.ast.StatementKind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reports a migration without a script that undoes it, and without a word that it cannot be undone. */
final class MissingRollback extends FolderRule {
    /** What leaves nothing to be drafted: it changes rows only, or nothing that stays. */
    private static final Set<StatementKind> NOTHING_TO_DRAFT = EnumSet.of(
            StatementKind.SELECT,
            StatementKind.INSERT,
            StatementKind.UPDATE,
            StatementKind.DELETE,
            StatementKind.MERGE,
            StatementKind.COPY,
            StatementKind.TRUNCATE,
            StatementKind.CALL,
            StatementKind.VARIABLE_SET,
            StatementKind.TRANSACTION,
            StatementKind.LOCK,
            StatementKind.VACUUM);

    MissingRollback() {
        super(Facts.warning(Category.FILES).fixable().since("0.1"));
    }

    @Override
    protected void check(FolderContext folder, Reporter reporter) {
        for (Migration migration : folder.migrations().all()) {
            Optional<Rollback> rollback = migration.rollback();
            boolean written = rollback.filter(found -> !found.isStub()).isPresent();
            if (!written && migration.irreversible().isEmpty()) {
                reporter.report(
                                migration.path(),
                                "Nothing undoes `" + migration.file().getFileName() + "`",
                                "Write ../rollback/" + migration.file().getFileName()
                                        + " (mvn migrate:new -Dkind=rollback -Dof=" + migration.version()
                                        + " drafts it), or say -- migrate:irreversible reason=\"…\" in the file.")
                        .fix(drafted(migration, folder));
            }
        }
    }

    private static Optional<Fix> drafted(Migration migration, FolderContext folder) {
        MigrationFolders folders = folder.migrations().folders();
        Rollback stub = migration.rollback().orElse(null);
        boolean aSection = stub != null && stub.sql().file().equals(migration.file());
        boolean anything = migration.sql().script().withoutRows().stream()
                .anyMatch(statement -> !NOTHING_TO_DRAFT.contains(statement.kind()));
        if (aSection || !anything) {
            return Optional.empty();
        }
        Path file = stub == null
                ? folders.rollbackFor(migration.file())
                : stub.sql().file();
        String start = stub == null ? "" : stub.sql().source().text();
        return Optional.of(Fix.writing(new NewFile(
                file,
                folders.display(file),
                () -> start
                        + folder.once(DraftedRollbacks.class, DraftedRollbacks::new)
                                .of(migration)
                                .file(migration))));
    }
}
