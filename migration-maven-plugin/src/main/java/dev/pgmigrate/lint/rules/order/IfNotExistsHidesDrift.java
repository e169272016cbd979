package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.postgres.QualifiedName;
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

/** Reports an {@code IF NOT EXISTS} that is skipped although what is there is something else. */
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
                && create.ifNotExists()
                && create.persistence() != Persistence.TEMPORARY) {
            QualifiedName name =
                    create.name().qualified().inSchema(before.searchPath().get(0));
            DefinitionDifference.of(create, name, before)
                    .ifPresent(difference -> report(
                            create.name(), Words.of(ObjectType.TABLE, create.name() + ""), difference, reporter));
        } else if (statement instanceof CreateIndex create && create.ifNotExists() && create.name() != null) {
            QualifiedName table = before.resolve(create.table());
            Name index = create.name();
            DefinitionDifference.of(create, new QualifiedName(table.schemaOrNull(), index.text()), before)
                    .ifPresent(
                            difference -> report(index, Words.of(ObjectType.INDEX, index + ""), difference, reporter));
        } else if (statement instanceof AlterTable alter && alter.objectType() == ObjectType.TABLE) {
            before.table(alter.name()).ifPresent(table -> columns(alter, table, reporter));
        }
    }

    private static void columns(AlterTable alter, Table table, Reporter reporter) {
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.AddColumn add
                    && add.ifNotExists()
                    && table.columnPresence(add.column().name().text()).isPresent()) {
                DefinitionDifference.of(add.column(), table)
                        .ifPresent(difference -> report(
                                add.column().name(),
                                Words.of(ObjectType.TABLE, alter.name() + ""),
                                difference,
                                reporter));
            }
        }
    }

    private static void report(Node at, String object, String difference, Reporter reporter) {
        reporter.report(
                at.range(),
                "The " + object + " is there already and differs: " + difference
                        + "; IF NOT EXISTS skips the statement with no more than a notice",
                "Write the ALTER that leads from what is there to what is wanted.");
    }
}
