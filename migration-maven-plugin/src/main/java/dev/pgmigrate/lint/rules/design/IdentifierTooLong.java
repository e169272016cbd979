package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Statement;

/** Reports a name that PostgreSQL cuts off. */
final class IdentifierTooLong extends StatementRule<Statement> {
    IdentifierTooLong() {
        super(Facts.error(Category.DESIGN).at(Place.ALL).since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        for (Name name : context.nodes(Name.class)) {
            if (Identifier.isTooLong(name.text())) {
                reporter.report(
                        name.range(),
                        "PostgreSQL cuts `" + name.text() + "` off after " + Identifier.MAX_BYTES + " of its "
                                + Identifier.bytes(name.text()) + " bytes",
                        "Shorten the name.");
            }
        }
    }
}
