package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.RelationRights;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.AlterFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.CallStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectStatement.SetOwner;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateEventTrigger;

/** Reports a statement that the role which the file has taken on may not run. */
final class MissingPrivilege extends StatementRule<Statement> {
    MissingPrivilege() {
        super(
                Facts.error(Category.ORDER).since("0.1"),
                DmlStatement.class,
                AlterTable.class,
                Rename.class,
                CreateFunction.class,
                AlterFunction.class,
                CallStatement.class,
                SetOwner.class,
                CreateEventTrigger.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof SetOwner change) {
            RoleRights.owner(change, new Refusals(context, reporter));
        }
        context.settings()
                .role()
                .filter(role -> RelationRights.isOrdinary(role, context.schema()))
                .ifPresent(role -> new RoleRights(role, new Refusals(context, reporter)).check(statement));
    }
}
