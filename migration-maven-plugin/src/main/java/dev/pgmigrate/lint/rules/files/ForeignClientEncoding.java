package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.StatementExcerpt;
import dev.pgmigrate.migration.ClientEncoding;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Set;

/** Reports a {@code client_encoding} that is not that of the file. */
final class ForeignClientEncoding extends StatementRule<Statement> {
    ForeignClientEncoding() {
        super(Facts.error(Category.FILES).at(Set.of(Place.FILE)).since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (context.runner() != Runner.PSQL && ClientEncoding.isLeftBy(statement)) {
            reporter.report(
                    statement.range(),
                    StatementExcerpt.of(statement, context.sql())
                            + " has the server take the rest of the file for another encoding than UTF-8, in which it is"
                            + " read and sent",
                    "Remove the statement, and save the file as UTF-8.");
        }
    }
}
