package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;

/** Checks migrations against all rules. */
public final class Lint {
    private Lint() {}

    /** What to check, how, what is accepted for now, and what earlier goals of this build found out. */
    public record Request(MigrationFolders folders, LintSettings settings, Acceptance acceptance, LintMemory memory) {
        public Request(MigrationFolders folders, LintSettings settings, Acceptance acceptance) {
            this(folders, settings, acceptance, new LintMemory());
        }
    }

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        AppliedVersions known = request.acceptance().with(AppliedVersions.UNKNOWN, request.folders());
        return Judgement.of("lint", migrations, request.settings(), known, request.memory())
                .accepting(request.acceptance())
                .result()
                .withNote(
                        "Not looked at: a database, and what a server says of the files (migrate:check, migrate:test).");
    }
}
