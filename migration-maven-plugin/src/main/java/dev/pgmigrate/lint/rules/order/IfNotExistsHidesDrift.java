package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.List;

/** Reports a {@code CREATE} or {@code ADD COLUMN} that is skipped, by {@code IF NOT EXISTS} or a handler, although what is there is something else. */
final class IfNotExistsHidesDrift extends StatementRule<Statement> {
    IfNotExistsHidesDrift() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateTable.class, CreateIndex.class, AlterTable.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (context.guard().conditional()) {
            return;
        }
        Schema before = context.schema().certain();
        if (statement instanceof CreateTable create
                && isSkipped(create.ifNotExists(), SqlState.DUPLICATE_TABLE, context)
                && create.persistence() != Persistence.TEMPORARY) {
            QualifiedName name =
                    create.name().qualified().inSchema(before.searchPath().get(0));
            DefinitionDifference.of(create, name, before)
                    .ifPresent(difference -> report(
                            create.name(),
                            Words.of(ObjectType.TABLE, create.name() + ""),
                            difference,
                            create.ifNotExists(),
                            reporter));
        } else if (statement instanceof CreateIndex create
                && create.name() != null
                && isSkipped(create.ifNotExists(), SqlState.DUPLICATE_TABLE, context)) {
            QualifiedName table = before.resolve(create.table());
            Name index = create.name();
            DefinitionDifference.of(create, new QualifiedName(table.schemaOrNull(), index.text()), before)
                    .ifPresent(difference -> report(
                            index, Words.of(ObjectType.INDEX, index + ""), difference, create.ifNotExists(), reporter));
        } else if (statement instanceof AlterTable alter && alter.objectType() == ObjectType.TABLE) {
            before.table(alter.name()).ifPresent(table -> columns(alter, table, context, reporter));
        }
    }

    /** A handler that waits for the error skips as quietly. */
    private static boolean isSkipped(boolean ifNotExists, String sqlState, LintContext context) {
        return ifNotExists || context.guard().handles(sqlState);
    }

    /** The server drops the columns of a statement before it adds any. */
    private static void columns(AlterTable alter, Table table, LintContext context, Reporter reporter) {
        List<String> dropped = alter.actions().stream()
                .filter(AlterTableAction.DropColumn.class::isInstance)
                .map(action -> ((AlterTableAction.DropColumn) action).name().text())
                .toList();
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.AddColumn add
                    && isSkipped(add.ifNotExists(), SqlState.DUPLICATE_COLUMN, context)
                    && !dropped.contains(add.column().name().text())
                    && table.columnPresence(add.column().name().text()).isPresent()) {
                DefinitionDifference.of(add.column(), table)
                        .ifPresent(difference -> report(
                                add.column().name(),
                                Words.of(ObjectType.TABLE, alter.name() + ""),
                                difference,
                                add.ifNotExists(),
                                reporter));
            }
        }
    }

    private static void report(Node at, String object, String difference, boolean ifNotExists, Reporter reporter) {
        reporter.report(
                at.range(),
                "The " + object + " is there already and differs: " + difference
                        + (ifNotExists
                                ? "; IF NOT EXISTS skips the statement with no more than a notice"
                                : "; the block catches the error, and nothing says so"),
                "Write the ALTER that leads from what is there to what is wanted.");
    }
}
