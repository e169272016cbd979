package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;

/** Judges migrations by all rules; what a build needs. */
public final class Check {
    private Check() {}

    /** What to judge, and how. */
    public record Request(MigrationFolders folders, LintSettings settings) {}

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        return Judgement.of("check", migrations, request.settings(), AppliedVersions.UNKNOWN)
                .result();
    }
}
