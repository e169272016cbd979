package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a publication of every table, those to come included. */
public final class PublicationForAllTables implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE_PUBLICATION);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof PublicationStatement.CreatePublication create && create.allTables()) {
            reporter.report(
                    create.name().range(),
                    "Publication `" + create.name().text() + "` sends every table, those that are made later included",
                    "Name the tables.");
        }
    }
}
