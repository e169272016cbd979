package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.OfType;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import java.util.List;

/** A table that has its columns from a composite type (manual, CREATE TABLE, "OF type_name", and ALTER TABLE, "OF"). */
final class TypedTables {
    private final Table table;
    private final Refusals refusals;

    TypedTables(Table table, Refusals refusals) {
        this.table = table;
        this.refusals = refusals;
    }

    void check(AlterTableAction action) {
        if (action instanceof OfType of) {
            become(of);
        } else if (action instanceof AlterTableAction.AddColumn
                || action instanceof AlterTableAction.DropColumn
                || action instanceof AlterTableAction.AlterColumnType) {
            column(action);
        } else if (action instanceof AlterTableAction.Inherit) {
            refuseTyped(action, "cannot inherit");
        }
    }

    /** Checks a statement that would change the columns. */
    void column(Node change) {
        refuseTyped(change, "has the columns of its type");
    }

    private void refuseTyped(Node at, String why) {
        refusals.addIf(
                table.ofType() != null,
                at.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + table.name() + "` is of the type `" + table.ofType() + "` and " + why,
                "Change the type, or part the table from it first: NOT OF.");
    }

    private void become(OfType of) {
        ObjectName name = of.type();
        refusals.addIf(
                name == null && table.created() && table.ofType() == null,
                of.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + table.name() + "` is not of a type",
                "Leave it out.");
        if (name != null) {
            refusals.addIf(
                    !table.parents().isEmpty(),
                    of.range(),
                    SqlState.WRONG_OBJECT_TYPE,
                    "`" + table.name() + "` inherits, and so cannot be of a type",
                    "Remove its inheritance first.");
            refusals.schema()
                    .type(name.qualified())
                    .filter(type -> type.kind() == TypeKind.COMPOSITE && type.complete())
                    .ifPresent(type -> columns(type, of));
        }
    }

    /** The columns have to be those of the type, in its order. */
    private void columns(SchemaObject.Type type, OfType of) {
        List<Column> columns = table.columns().all();
        if (!table.created() || !table.columnsKnown()) {
            return;
        }
        for (int i = 0; i < type.labels().size(); i++) {
            String wanted = type.labels().get(i);
            Column own = i < columns.size() ? columns.get(i) : null;
            differsIf(own == null || !own.name().equals(wanted), wanted, type.name(), of);
            ColumnType known = own == null ? null : own.type();
            differsIf(known != null && known.isSurelyNot(type.parts().get(i)), wanted, type.name(), of);
        }
        int more = type.labels().size();
        if (columns.size() > more) {
            differsIf(true, columns.get(more).name(), type.name(), of);
        }
    }

    private void differsIf(boolean holds, String column, QualifiedName type, OfType of) {
        refusals.addIf(
                holds,
                of.range(),
                SqlState.DATATYPE_MISMATCH,
                "`" + table.name() + "` and the type `" + type + "` differ at `" + column + "`",
                "Give both the same columns in the same order.");
    }
}
