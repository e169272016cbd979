package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.SchemaObject;

/** Reports a materialized view that the API serves. */
final class MatviewInApi extends FolderRule {
    MatviewInApi() {
        super(Facts.off(Category.SECURITY).inSupabase(Severity.WARNING).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (SchemaObject.View view : context.end().views()) {
            if (view.materialized() && Exposure.isReadable(view.name(), context)) {
                reporter.report(
                        view.origin(),
                        "The API serves all rows of the materialized view `" + view.name()
                                + "`, and no policy can hold any back",
                        "Revoke SELECT on it from anon and authenticated, or make it in a schema that is not exposed.");
            }
        }
    }
}
