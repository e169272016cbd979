package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.TypeStatement.AlterType;
import dev.pgmigrate.sql.ast.TypeStatement.CreateCompositeType;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;

/** Reports a table, a type or a view that says of itself what no server takes. */
final class InvalidDefinition extends StatementRule<Statement> {
    InvalidDefinition() {
        super(
                Facts.error(Category.ORDER).since("0.1"),
                CreateTable.class,
                AlterTable.class,
                CreateCompositeType.class,
                AlterType.class,
                CreateDomain.class,
                CreateView.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        TableDefinition tables = new TableDefinition(refusals);
        if (statement instanceof CreateTable create) {
            if (!refusals.isThere(create)) {
                tables.create(create);
            }
        } else if (statement instanceof AlterTable alter) {
            tables.alter(alter);
        } else if (statement instanceof CreateCompositeType type) {
            type.attributes().forEach(tables::type);
        } else if (statement instanceof AlterType type) {
            tables.shell(type.name());
        } else if (statement instanceof CreateDomain domain) {
            DomainDefinition.check(domain, refusals);
        } else if (statement instanceof CreateView view) {
            tables.place(view.name(), view.persistence());
        }
    }
}
