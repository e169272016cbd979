package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.ColumnStorage;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.LikeClause;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.TableElement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import org.jspecify.annotations.Nullable;

/** Reports a column with attributes or a storage that it cannot have, and {@code LIKE} of what cannot be copied. */
final class InvalidColumn extends StatementRule<TableStatement> {
    InvalidColumn() {
        super(Facts.error(Category.ORDER).since("0.1"), AlterTable.class, Definition.class);
    }

    @Override
    protected void check(TableStatement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Definition create && !refusals.isThere(create)) {
            for (TableElement element : create.elements()) {
                if (element instanceof ColumnDef column) {
                    column(column, refusals);
                } else if (element instanceof LikeClause like) {
                    copied(like, create, refusals);
                }
            }
        } else if (statement instanceof AlterTable alter) {
            alter.actions().forEach(action -> action(action, alter, refusals));
        }
    }

    private static void action(AlterTableAction action, AlterTable alter, Refusals refusals) {
        if (action instanceof AlterTableAction.AddColumn add) {
            column(add.column(), refusals);
        } else if (action instanceof AlterTableAction.SetStorage set) {
            refusals.schema()
                    .table(alter.name())
                    .flatMap(table -> table.column(set.column().text()))
                    .ifPresent(column -> storage(set, column.name(), column.type(), set.storage(), refusals));
        }
    }

    private static void column(ColumnDef column, Refusals refusals) {
        if (column.type() != null) {
            ColumnType type = ColumnType.of(column.type()).withoutSerial();
            storage(column, column.name().text(), type, column.storage(), refusals);
        }
        attributes(column, refusals);
    }

    private static void storage(
            Node at, String column, @Nullable ColumnType type, @Nullable Name storage, Refusals refusals) {
        refusals.addIf(
                storage != null && ColumnStorage.isNotOf(type, storage.text()),
                at.range(),
                SqlState.FEATURE_NOT_SUPPORTED,
                "`" + column + "` is " + type + ", whose values stay where they are",
                "Leave out STORAGE.");
    }

    /** Attributes follow a constraint that can have them, each once (parse_utilcmd.c, transformConstraintAttrs). */
    private static void attributes(ColumnDef column, Refusals refusals) {
        Constraint before = null;
        for (Constraint constraint : column.constraints()) {
            refusals.addIf(
                    constraint instanceof Constraint.Stray stray && isMisplaced(stray.attributes(), before),
                    constraint.range(),
                    SqlState.SYNTAX_ERROR,
                    "`" + refusals.context().text(constraint) + "` belongs to no constraint, or is said twice",
                    "Write it once, behind the constraint that is meant.");
            before = constraint;
        }
    }

    private static boolean isMisplaced(Constraint.Attributes stray, @Nullable Constraint before) {
        Constraint.Attributes said = before == null ? null : before.attributes();
        return said == null
                || (stray.deferrable() != null && said.deferrable() != null)
                || (stray.initiallyDeferred() != null && said.initiallyDeferred() != null)
                || (stray.enforced() != null && said.enforced() != null);
    }

    private static void copied(LikeClause like, Definition create, Refusals refusals) {
        refusals.addIf(
                refusals.schema()
                        .relation(like.source().qualified())
                        .filter(source ->
                                source instanceof SchemaObject.Sequence || source instanceof SchemaObject.Index)
                        .isPresent(),
                like.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + like.source() + "` is neither a table nor a view, and has no columns to copy",
                "Name a table.");
        boolean hasKey = create.columns().stream().anyMatch(column -> column.has(Constraint.PrimaryKey.class))
                || create.constraints().stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
        refusals.addIf(
                hasKey
                        && like.includes(LikeClause.What.INDEXES)
                        && refusals.schema()
                                .table(like.source())
                                .flatMap(Table::primaryKey)
                                .isPresent(),
                like.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + create.name() + "` would have two primary keys, one of them from `" + like.source() + "`",
                "Leave out one of the two.");
    }
}
