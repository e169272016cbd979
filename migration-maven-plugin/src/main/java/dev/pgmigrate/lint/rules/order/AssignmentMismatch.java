package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.ColumnTypes;
import dev.pgmigrate.lint.evidence.ExpressionTypes;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;

/** Reports a value that does not become of the type of its column, or a result not of that of its function. */
final class AssignmentMismatch extends StatementRule<Statement> {
    AssignmentMismatch() {
        super(
                Facts.error(Category.ORDER).since("0.1"),
                AlterTable.class,
                CreateFunction.class,
                CreateTable.class,
                DmlStatement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        boolean isAlike = ColumnTypes.isLongListOfRows(statement, context.nodes());
        if (!isAlike && refusals.schema().others(ObjectType.CAST).isEmpty()) {
            ColumnTypes columns = ColumnTypes.of(context);
            new AssignmentChecks(new ExpressionTypes(refusals.schema(), columns::get), refusals).check(statement);
        }
    }
}
