package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports rows behind a {@code COPY … FROM STDIN} that the runner does not send. */
public final class CopyStdinData implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.FILES;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.FILE);
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.COPY);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        boolean sends = context.runner() != Runner.LIQUIBASE && context.runner() != Runner.SUPABASE;
        if (!sends
                && context.statement() instanceof BulkStatement.Copy copy
                && copy.isFrom()
                && copy.file() == null
                && copy.table() != null) {
            reporter.report(
                    copy.range(),
                    "The rows of `" + copy.table().qualified() + "` stand behind the statement, where "
                            + (context.runner() == Runner.SUPABASE ? "the Supabase CLI" : "Liquibase")
                            + " takes them for SQL",
                    "Write the rows as INSERT.");
        }
    }
}
