package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a domain with a constraint, which can hardly be changed once tables use it. */
public final class BanCreateDomainWithConstraint implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE_DOMAIN);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof DomainStatement.CreateDomain create
                && create.constraints().stream()
                        .anyMatch(constraint ->
                                constraint instanceof Constraint.Check || constraint instanceof Constraint.NotNull)) {
            reporter.report(
                    create.range(),
                    "The constraint of " + LiveTable.quoted(create.name())
                            + " cannot change later without reading every table that uses it under SHARE, which blocks"
                            + " their writes",
                    "Put the condition on the columns as a check.");
        }
    }
}
