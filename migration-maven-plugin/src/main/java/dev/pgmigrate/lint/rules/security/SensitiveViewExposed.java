package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject;

/** Reports a view over the users of Supabase Auth that the API serves. */
final class SensitiveViewExposed extends FolderRule {
    private static final QualifiedName USERS = QualifiedName.of("auth", "users");

    SensitiveViewExposed() {
        super(Facts.off(Category.SECURITY).inSupabase(Severity.WARNING).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (SchemaObject.View view : context.end().views()) {
            if (!view.securityInvoker() && view.uses().contains(USERS) && Exposure.isReadable(view.name(), context)) {
                reporter.report(
                        view.origin(),
                        "The API serves `" + view.name() + "`, which reads auth.users with its owner's rights",
                        "Keep what the application needs of a user in a table of your own, or revoke SELECT on the view"
                                + " from anon and authenticated.");
            }
        }
    }
}
