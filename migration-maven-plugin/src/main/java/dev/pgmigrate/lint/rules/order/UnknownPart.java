package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a constraint, a trigger, a rule, a policy or an attribute that its owner does not have. */
final class UnknownPart extends StatementRule<Statement> {
    UnknownPart() {
        super(
                Facts.error(Category.ORDER).since("0.1"),
                AlterTable.class,
                AlterDomain.class,
                Drop.class,
                ObjectStatement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (context.guard().isPresent()) {
            return;
        }
        MissingParts parts = new MissingParts(
                context.schema().certain(), context.schemaAfter().certain(), reporter);
        if (statement instanceof Drop drop) {
            if (!drop.ifExists()) {
                drop.objects().forEach(parts::check);
            }
        } else if (statement instanceof ObjectStatement object) {
            parts.check(object.object());
        } else if (statement instanceof AlterTable alter) {
            parts.check(alter);
        } else if (statement instanceof AlterDomain alter) {
            parts.check(alter);
        }
    }
}
