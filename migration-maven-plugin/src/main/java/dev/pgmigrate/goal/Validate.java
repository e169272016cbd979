package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;

/** Checks only names, versions, encodings, directives and syntax. */
public final class Validate {
    private Validate() {}

    /** What to check, how, and what earlier goals of this build found out. */
    public record Request(MigrationFolders folders, LintSettings settings, LintMemory memory) {}

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        return Judgement.of("validate", migrations, request.settings(), AppliedVersions.UNKNOWN, request.memory())
                .only(Category.FILES)
                .result()
                .withNote("Looked at names, encodings, directives and syntax only: mvn migrate:lint asks all rules.");
    }
}
