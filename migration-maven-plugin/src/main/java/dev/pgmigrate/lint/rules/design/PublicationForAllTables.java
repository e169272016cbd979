package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.PublicationStatement;

/** Reports a publication of every table, those to come included. */
final class PublicationForAllTables extends StatementRule<PublicationStatement.CreatePublication> {
    PublicationForAllTables() {
        super(Facts.warning(Category.DESIGN).since("0.1"), PublicationStatement.CreatePublication.class);
    }

    @Override
    protected void check(PublicationStatement.CreatePublication create, LintContext context, Reporter reporter) {
        if (create.allTables()) {
            reporter.report(
                    create.name().range(),
                    "Publication `" + create.name().text() + "` sends every table, those that are made later included",
                    "Name the tables.");
        }
    }
}
