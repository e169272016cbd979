package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.ast.BulkStatement;
import java.util.Set;

/** Reports rows behind a {@code COPY … FROM STDIN} that the runner does not send. */
final class CopyStdinData extends StatementRule<BulkStatement.Copy> {
    CopyStdinData() {
        super(Facts.warning(Category.FILES).at(Set.of(Place.FILE)).since("0.1"), BulkStatement.Copy.class);
    }

    @Override
    protected void check(BulkStatement.Copy copy, LintContext context, Reporter reporter) {
        boolean sends = context.runner() != Runner.LIQUIBASE && context.runner() != Runner.SUPABASE;
        if (!sends && copy.isFrom() && copy.file() == null && copy.table() != null) {
            reporter.report(
                    copy.range(),
                    "The rows of `" + copy.table().qualified() + "` follow the statement, where "
                            + (context.runner() == Runner.SUPABASE ? "the Supabase CLI" : "Liquibase")
                            + " takes them for SQL",
                    "Write the rows as INSERT.");
        }
    }
}
