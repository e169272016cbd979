package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.ColumnTypes;
import dev.pgmigrate.lint.evidence.ExpressionTypes;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionStatement.CallStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.ViewStatement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reports an expression that is of another type than its operator, its place or its column takes. */
final class TypeMismatch extends StatementRule<Statement> {
    TypeMismatch() {
        super(
                Facts.error(Category.ORDER).since("0.1"),
                CallStatement.class,
                CreateDomain.class,
                CreateFunction.class,
                CreateIndex.class,
                CreateTrigger.class,
                DmlStatement.class,
                PolicyStatement.class,
                SelectStatement.class,
                TableStatement.class,
                ViewStatement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        List<Node> nodes = context.nodes();
        if (ColumnTypes.isLongListOfRows(statement, nodes)) {
            return;
        }
        Refusals refusals = new Refusals(context, reporter);
        ColumnTypes columns = ColumnTypes.of(context);
        ExpressionTypes types = new ExpressionTypes(refusals.schema(), columns::get);
        ExpressionChecks expressions = new ExpressionChecks(types, refusals, null);
        nodes.forEach(expressions::check);
        if (statement instanceof AlterTable alter) {
            refusals.schema().table(alter.name()).ifPresent(table -> retyped(alter, table, refusals));
        }
    }

    private static void retyped(AlterTable alter, Table table, Refusals refusals) {
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.AlterColumnType change) {
                expressions(table, alter, refusals)
                        .forEach(expression -> compared(expression, change, table, refusals));
            }
        }
    }

    /** Returns what the server keeps of a table that compares its columns: checks and indexes that the statement does not drop. */
    private static List<Expression> expressions(Table table, AlterTable alter, Refusals refusals) {
        Stream<Expression> checks = table.constraints().all().stream()
                .filter(constraint -> alter.actions().stream()
                        .noneMatch(action -> action instanceof AlterTableAction.DropConstraint drop
                                && drop.name().text().equals(constraint.name())))
                .map(TableConstraint::expression)
                .filter(Objects::nonNull);
        return Stream.concat(
                        checks,
                        refusals.schema().indexesOf(table.name()).stream()
                                .map(Index::expressions)
                                .flatMap(List::stream))
                .toList();
    }

    /** What compares the column is read anew with its new type. */
    private static void compared(
            Expression expression, AlterTableAction.AlterColumnType change, Table table, Refusals refusals) {
        List<Node> nodes = Nodes.all(expression);
        boolean reads = nodes.stream()
                .anyMatch(node -> node instanceof Expression.ColumnRef reference
                        && reference.names(change.column().text()));
        if (!reads) {
            return;
        }
        Schema schema = refusals.schema();
        ExpressionTypes retyped = new ExpressionTypes(schema, reference -> {
            Name column = reference.column();
            if (column == null || reference.names().size() > 1) {
                return null;
            }
            return column.text().equals(change.column().text())
                    ? ColumnType.of(change.type())
                    : table.column(column.text()).map(Table.Column::type).orElse(null);
        });
        ExpressionChecks checks = new ExpressionChecks(retyped, refusals, change);
        nodes.forEach(checks::check);
    }
}
