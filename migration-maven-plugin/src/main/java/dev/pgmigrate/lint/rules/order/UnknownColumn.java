package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.ColumnUses;
import dev.pgmigrate.lint.evidence.MissingColumns;
import dev.pgmigrate.lint.evidence.QueryColumnUses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement.Comment;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTableAs;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.ViewStatement.CreateMaterializedView;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;

/** Reports a statement that names a column which its table does not have. */
final class UnknownColumn extends StatementRule<Statement> {
    UnknownColumn() {
        super(
                Facts.error(Category.ORDER).at(Place.ALL).since("0.1"),
                CreateIndex.class,
                CreateTable.class,
                AlterTable.class,
                PolicyStatement.class,
                CreateTrigger.class,
                Rename.class,
                Comment.class,
                CreateView.class,
                CreateTableAs.class,
                CreateMaterializedView.class,
                SelectStatement.class,
                DmlStatement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        // What the actions of a rule may name, OLD and NEW among it, is judged by InvalidRule.
        if (statement instanceof RuleStatement
                || context.isGuardedAgainst(SqlState.UNDEFINED_COLUMN)
                || isUnchecked(context)) {
            return;
        }
        for (QueryColumnUses.Stranger stranger : MissingColumns.strangers(context)) {
            reporter.report(
                    stranger.name().range(),
                    (stranger.relation() ? "No table around this is called `" : "No table around this has a column `")
                            + stranger.name().text() + "`, and the statement fails with "
                            + (stranger.relation() ? SqlState.UNDEFINED_TABLE : SqlState.UNDEFINED_COLUMN),
                    stranger.relation()
                            ? "Name the table or the alias that is meant."
                            : "Write a value; a string needs single quotes.");
        }
        for (ColumnUses.Use use : MissingColumns.of(context)) {
            reporter.report(
                    use.column().range(),
                    "The table `" + use.table() + "` has no column `"
                            + use.column().text() + "`"
                            + gone(use.table(), context.schema().certain())
                            + ", and the statement fails with " + SqlState.UNDEFINED_COLUMN,
                    "Add the column first, or name the one that is meant.");
        }
    }

    /** A setting of the function itself may change where its tables are looked up. */
    private static boolean isUnchecked(LintContext context) {
        return context.place() == Place.FUNCTION_BODY
                && (!context.isCheckedBody()
                        || (context.step().outer() instanceof CreateFunction function
                                && function.options().stream().anyMatch(FunctionOption.Setting.class::isInstance)));
    }

    private static String gone(ObjectName name, Schema before) {
        boolean listed = before.table(name).filter(Table::columnsKnown).isPresent();
        return listed ? "" : " any more";
    }
}
