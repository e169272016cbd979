package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports lost rows behind a rollback that cannot bring them back. */
final class IrreversibleWithoutMarker extends StatementRule<Statement> {
    IrreversibleWithoutMarker() {
        super(
                Facts.warning(Category.FILES).since("0.1"),
                TableStatement.AlterTable.class,
                DropStatement.Drop.class,
                BulkStatement.Truncate.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Migration migration = context.migration();
        // Without a rollback the file has a finding already, and without a reason for the marker.
        boolean promises =
                migration.rollback().filter(rollback -> !rollback.isStub()).isPresent();
        if (!promises || isMarked(migration)) {
            return;
        }
        if (statement instanceof DropStatement drop && drop.objectType() == ObjectType.TABLE) {
            drop.objects().forEach(table -> lost(table.name(), "rows", context, reporter));
        } else if (statement instanceof BulkStatement.Truncate truncate) {
            truncate.tables().forEach(table -> lost(table.name(), "rows", context, reporter));
        } else if (statement instanceof TableStatement.AlterTable alter && alter.objectType() == ObjectType.TABLE) {
            List<String> columns = alter.actions().stream()
                    .filter(AlterTableAction.DropColumn.class::isInstance)
                    .map(action ->
                            "`" + ((AlterTableAction.DropColumn) action).name().text() + "`")
                    .toList();
            if (!columns.isEmpty()) {
                lost(alter.name(), "values of " + String.join(", ", columns), context, reporter);
            }
        }
    }

    private static void lost(ObjectName table, String what, LintContext context, Reporter reporter) {
        Optional<Table> known = context.schema().table(table);
        boolean scratch = known.filter(Table::temporary).isPresent();
        boolean absent = context.schema().relationPresence(table.qualified()).isAbsent();
        if (!scratch && !absent && !context.isFresh(table) && !isKept(table, context)) {
            reporter.report(
                    table.range(),
                    "The " + what + " in `" + table.qualified() + "` are gone, and the rollback of `"
                            + context.migration().file().getFileName() + "` cannot bring them back",
                    "Copy them somewhere first, or write -- migrate:irreversible reason=\"…\".");
        }
    }

    /** An earlier statement of the file copies rows of the table into another one. */
    private static boolean isKept(ObjectName table, LintContext context) {
        return context.earlier().stream()
                .map(Step::statement)
                .map(IrreversibleWithoutMarker::copied)
                .filter(Objects::nonNull)
                .anyMatch(query -> Nodes.of(FromItem.RangeVar.class, query)
                        .anyMatch(read ->
                                read.name().last().text().equals(table.last().text())));
    }

    private static @Nullable Statement copied(Statement statement) {
        if (statement instanceof TableStatement.CreateTableAs copy) {
            return copy.query();
        }
        return statement instanceof DmlStatement.Insert insert ? insert.source() : null;
    }

    private static boolean isMarked(Migration migration) {
        return migration.directives().irreversible().isPresent()
                || migration
                        .rollback()
                        .filter(rollback ->
                                rollback.sql().directives().irreversible().isPresent())
                        .isPresent();
    }
}
