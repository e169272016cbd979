package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Directives;
import dev.pgmigrate.sql.parser.SqlScript;

/** Reports a migration without a statement. */
final class EmptyMigration extends FileRule {
    EmptyMigration() {
        super(Facts.warning(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        SqlScript script = context.sql().script();
        boolean empty = script.statements().isEmpty()
                && script.errors().isEmpty()
                && script.metaCommands().isEmpty();
        if (empty && !asserts(context.sql().directives())) {
            reporter.report(
                    context.sql().path(),
                    "`" + context.migration().file().getFileName()
                            + "` contains no statement: its version is recorded, and nothing happens",
                    "Add its statements, or delete it if it has not been applied anywhere.");
        }
    }

    /** A file may be there for its preconditions and postconditions alone. */
    private static boolean asserts(Directives directives) {
        return directives.of(Directive.Requires.class).findAny().isPresent()
                || directives.of(Directive.Ensures.class).findAny().isPresent();
    }
}
