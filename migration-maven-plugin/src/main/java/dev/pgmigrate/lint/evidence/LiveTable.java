package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers the first question of the rules about {@code ALTER TABLE}: what happens to a table that others may be using.
 */
public final class LiveTable {
    private LiveTable() {}

    /** Returns the actions of one kind; none if the statement does not alter a table, or alters a fresh one. */
    public static <A extends AlterTableAction> List<A> actions(
            TableStatement.AlterTable alter, LintContext context, Class<A> kind) {
        return context.isFresh(alter.name()) ? List.of() : all(alter, context, kind);
    }

    /**
     * Returns the actions of one kind, unless the table certainly has no rows: it was created in the file, and not filled
     * since.
     */
    public static <A extends AlterTableAction> List<A> actionsOnRows(
            TableStatement.AlterTable alter, LintContext context, Class<A> kind) {
        boolean empty = context.isFresh(alter.name())
                && context.schema()
                        .table(alter.name())
                        .filter(table -> table.rows() == Table.Rows.NONE)
                        .isPresent();
        return empty ? List.of() : all(alter, context, kind);
    }

    private static <A extends AlterTableAction> List<A> all(
            TableStatement.AlterTable alter, LintContext context, Class<A> kind) {
        if (alter.objectType() != ObjectType.TABLE) {
            return List.of();
        }
        List<A> actions = new ArrayList<>();
        for (AlterTableAction action : alter.actions()) {
            if (kind.isInstance(action) && !isSkipped(action, alter.name(), context)) {
                actions.add(kind.cast(action));
            }
        }
        return actions;
    }

    /** With {@code IF [NOT] EXISTS} an existing column is not added, and a missing one is not dropped. */
    private static boolean isSkipped(AlterTableAction action, ObjectName table, LintContext context) {
        if (action instanceof AlterTableAction.DropColumn drop && drop.ifExists()) {
            return context.schema()
                    .certain()
                    .table(table)
                    .filter(known -> known.columnPresence(drop.name().text()).isAbsent())
                    .isPresent();
        }
        return action instanceof AlterTableAction.AddColumn add
                && add.ifNotExists()
                && context.schema()
                        .table(table)
                        .filter(known ->
                                known.columnPresence(add.column().name().text()).isPresent())
                        .isPresent();
    }

    /** Returns the constraints of one kind that {@code ADD CONSTRAINT} and {@code ADD COLUMN} bring. */
    public static <C extends Constraint> List<C> constraints(
            TableStatement.AlterTable alter, LintContext context, Class<C> kind) {
        List<C> constraints = new ArrayList<>();
        for (AlterTableAction.AddConstraint action : actions(alter, context, AlterTableAction.AddConstraint.class)) {
            if (kind.isInstance(action.constraint())) {
                constraints.add(kind.cast(action.constraint()));
            }
        }
        for (AlterTableAction.AddColumn action : actions(alter, context, AlterTableAction.AddColumn.class)) {
            action.column().constraints().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .forEach(constraints::add);
        }
        return constraints;
    }

    /** Returns the name of the altered table for messages. */
    public static String name(TableStatement.AlterTable alter) {
        return quoted(alter.name());
    }

    public static String quoted(ObjectName name) {
        return "`" + name.qualified() + "`";
    }

    /** Returns the altered table, if the files show it. */
    public static Optional<Table> table(TableStatement.AlterTable alter, LintContext context) {
        return context.schema().table(alter.name());
    }

    /** Returns the name of a constraint for messages, or its kind if it has none. */
    public static String constraint(Constraint constraint, String kind) {
        return constraint.name() == null ? kind : "`" + constraint.name().text() + "`";
    }

    /** Returns whether the files show that {@code table} is partitioned. */
    public static boolean isPartitioned(QualifiedName table, LintContext context) {
        return context.schema().table(table).filter(Table::isPartitioned).isPresent();
    }

    /** Returns the constraints that {@code ADD CONSTRAINT} brings, whatever table it is. */
    static List<Constraint> added(TableStatement.AlterTable alter) {
        List<Constraint> added = new ArrayList<>();
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.AddConstraint add) {
                added.add(add.constraint());
            }
        }
        return added;
    }

    /** Returns the unique constraints and primary keys that a statement spells out beside the columns. */
    public static List<Constraint.Key> keys(Statement statement) {
        List<Constraint.Key> keys = new ArrayList<>();
        if (statement instanceof TableStatement.Definition table) {
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof Constraint.Key key) {
                    keys.add(key);
                }
            }
        } else if (statement instanceof TableStatement.AlterTable alter) {
            for (Constraint constraint : added(alter)) {
                if (constraint instanceof Constraint.Key key) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }
}
