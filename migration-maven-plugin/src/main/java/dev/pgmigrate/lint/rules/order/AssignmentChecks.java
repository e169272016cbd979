package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.ExpressionTypes;
import dev.pgmigrate.postgres.BuiltInCasts;
import dev.pgmigrate.postgres.BuiltInOperators;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DmlStatement.InsertColumn;
import dev.pgmigrate.sql.ast.DmlStatement.SetClause;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SelectStatement.ResTarget;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what is stored in a column, or returned by a function, can become of its type (manual, 10.4 "Value Storage"). */
final class AssignmentChecks {
    /** What the default of a {@code serial} gives, {@code nextval}. */
    private static final String SERIAL = "int8";

    private final ExpressionTypes types;
    private final Refusals refusals;

    AssignmentChecks(ExpressionTypes types, Refusals refusals) {
        this.types = types;
        this.refusals = refusals;
    }

    void check(Statement statement) {
        if (statement instanceof DmlStatement change) {
            refusals.schema().table(change.relation().name()).ifPresent(table -> rows(change, table));
        } else if (statement instanceof CreateTable create) {
            create.columns().forEach(this::column);
            if (create.partitionOf() != null && create.bound() != null) {
                bound(create.partitionOf(), create.bound());
            }
        } else if (statement instanceof AlterTable alter) {
            Table table = refusals.schema().table(alter.name()).orElse(null);
            alter.actions().forEach(action -> action(action, alter, table));
        } else if (statement instanceof CreateFunction function
                && function.body() instanceof FunctionBody.Return given
                && function.returns() != null
                && !function.returns().percentType()) {
            store(
                    given.expression(),
                    ColumnType.of(function.returns()),
                    SqlState.INVALID_FUNCTION_DEFINITION,
                    "`" + function.name() + "` returns");
        }
    }

    private void rows(DmlStatement change, Table table) {
        if (change instanceof Insert insert) {
            List<String> names = insert.columns().isEmpty() && table.columnsKnown()
                    ? table.columns().all().stream().map(Table.Column::name).toList()
                    : insert.columns().stream().map(AssignmentChecks::plain).toList();
            if (insert.source() instanceof SelectStatement.Values values) {
                values.rows().forEach(row -> row(row.values(), names, table));
            } else if (insert.source() instanceof SelectStatement.Select select) {
                row(targets(select), names, table);
            }
            if (insert.onConflict() != null) {
                insert.onConflict().set().forEach(clause -> set(clause, table));
            }
        } else if (change instanceof DmlStatement.Update update) {
            update.set().forEach(clause -> set(clause, table));
        } else if (change instanceof DmlStatement.Merge merge) {
            merge.whens().forEach(when -> when.set().forEach(clause -> set(clause, table)));
        }
    }

    /** Returns what is selected, none where a star stands for any number of columns. */
    private static List<Expression> targets(SelectStatement.Select select) {
        boolean star = select.targets().stream()
                .anyMatch(target -> target.value() instanceof Expression.ColumnRef column && column.star());
        return star
                ? List.of()
                : select.targets().stream().map(ResTarget::value).toList();
    }

    private static String plain(InsertColumn column) {
        return column.indirection().isEmpty() ? column.name().text() : "";
    }

    private void row(List<Expression> values, List<String> names, Table table) {
        for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
            column(names.get(i), values.get(i), table);
        }
    }

    private void set(SetClause clause, Table table) {
        if (!clause.multiple() && clause.targets().size() == 1) {
            column(plain(clause.targets().get(0)), clause.value(), table);
        }
    }

    private void column(String name, Expression value, Table table) {
        table.column(name)
                .filter(column -> !column.generated())
                .ifPresent(column -> store(value, column.type(), SqlState.DATATYPE_MISMATCH, "`" + name + "` is"));
    }

    /** @param whose what wants the value and how: {@code "`total` is"} */
    private void store(@Nullable Expression value, @Nullable ColumnType type, String sqlState, String whose) {
        String from = types.of(value);
        String to = types.of(type);
        if (value != null
                && from != null
                && to != null
                && !from.equals(BuiltInOperators.UNKNOWN)
                && !BuiltInCasts.isAssigned(from, to)) {
            refusals.add(
                    value.range(),
                    sqlState,
                    whose + " " + to + ", and this value is " + from,
                    "Cast it, or change the type.");
        }
    }

    private void column(ColumnDef column) {
        if (column.type() == null) {
            return;
        }
        ColumnType type = ColumnType.of(column.type()).withoutSerial();
        String subject = "`" + column.name().text() + "` is";
        for (Constraint constraint : column.constraints()) {
            if (constraint instanceof Constraint.Default given) {
                store(given.expression(), type, SqlState.DATATYPE_MISMATCH, subject);
            } else if (constraint instanceof Constraint.Generated given) {
                store(given.expression(), type, SqlState.DATATYPE_MISMATCH, subject);
            }
        }
        String shown = types.of(type);
        refusals.addIf(
                column.collation() != null && shown != null && ExpressionTypes.isWithoutCollation(shown),
                column.name().range(),
                SqlState.DATATYPE_MISMATCH,
                subject + " " + shown + ", which has no collation",
                "Leave out COLLATE.");
    }

    private void bound(ObjectName of, PartitionBound bound) {
        Table parent = refusals.schema().table(of).orElse(null);
        if (parent == null || parent.partitionBy() == null) {
            return;
        }
        List<@Nullable Name> keys = new ArrayList<>();
        parent.partitionBy().elements().forEach(element -> keys.add(element.column()));
        if (bound instanceof PartitionBound.In list && keys.size() == 1) {
            list.values().forEach(value -> bound(value, keys.get(0), parent));
        } else if (bound instanceof PartitionBound.FromTo range) {
            for (int i = 0;
                    i < keys.size() && i < range.from().size() && i < range.to().size();
                    i++) {
                bound(range.from().get(i), keys.get(i), parent);
                bound(range.to().get(i), keys.get(i), parent);
            }
        }
    }

    private void bound(Expression value, @Nullable Name key, Table parent) {
        if (key != null && !(value instanceof Expression.ColumnRef)) {
            column(key.text(), value, parent);
        }
    }

    private void action(AlterTableAction action, AlterTable alter, @Nullable Table table) {
        if (action instanceof AlterTableAction.AddColumn add) {
            column(add.column());
        } else if (table == null) {
            return;
        } else if (action instanceof AlterTableAction.SetDefault change) {
            column(change.column().text(), change.expression(), table);
        } else if (action instanceof AlterTableAction.AttachPartition attach && attach.bound() != null) {
            bound(alter.name(), attach.bound());
        } else if (action instanceof AlterTableAction.AlterColumnType change
                && alter.objectType() == ObjectType.TABLE) {
            retyped(change, alter, table);
        }
    }

    private void retyped(AlterTableAction.AlterColumnType change, AlterTable alter, Table table) {
        ColumnType type = ColumnType.of(change.type());
        String name = change.column().text();
        if (change.using() != null) {
            store(change.using(), type, SqlState.DATATYPE_MISMATCH, "`" + name + "` gets the type");
        }
        Table.Column column = table.column(name).orElse(null);
        boolean keepsDefault = alter.actions().stream()
                .noneMatch(action -> action instanceof AlterTableAction.DropDefault drop
                        && drop.column().text().equals(name));
        if (column == null || column.generated()) {
            return;
        }
        if (keepsDefault && (column.serial() || column.defaultValue() != null)) {
            defaulted(change, column, type);
        }
    }

    /** A default in quotes has had the type of the column since it was made. */
    private void defaulted(AlterTableAction.AlterColumnType change, Table.Column column, ColumnType type) {
        String own = column.serial() ? SERIAL : types.of(column.defaultValue());
        String from = BuiltInOperators.UNKNOWN.equals(own) ? types.of(column.type()) : own;
        String to = types.of(type);
        refusals.addIf(
                from != null && to != null && !BuiltInCasts.isAssigned(from, to),
                change.column().range(),
                SqlState.DATATYPE_MISMATCH,
                "The default of `" + column.name() + "` is " + from + " and does not become " + to,
                "Drop the default first, and set another one behind it.");
    }
}
