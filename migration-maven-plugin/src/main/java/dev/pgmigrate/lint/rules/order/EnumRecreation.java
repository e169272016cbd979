package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Constants;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TypeStatement.CreateEnum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An enum that a file renames and makes anew, to be rid of a label. */
final class EnumRecreation {
    private EnumRecreation() {}

    /** A column that is still of the renamed type after the file. */
    record Kept(CreateEnum create, QualifiedName old, QualifiedName table, String column) {}

    static List<Kept> of(FileContext file) {
        List<Kept> kept = new ArrayList<>();
        Map<QualifiedName, QualifiedName> renamed = new HashMap<>();
        for (Step step : file.steps().changes()) {
            String path = step.before().searchPath().get(0);
            if (step.place() == Place.FUNCTION_BODY) {
                continue;
            }
            if (step.statement() instanceof Rename rename && rename.object().type() == ObjectType.TYPE) {
                QualifiedName from = rename.object().name().qualified().inSchema(path);
                renamed.put(
                        from,
                        new QualifiedName(from.schemaOrNull(), rename.newName().text()));
            } else if (step.statement() instanceof CreateEnum create) {
                QualifiedName old = renamed.get(create.name().qualified().inSchema(path));
                if (old != null) {
                    add(create, old, file, kept);
                }
            }
        }
        return kept;
    }

    private static void add(CreateEnum create, QualifiedName old, FileContext file, List<Kept> kept) {
        for (Table table : file.after().certain().tables()) {
            for (Table.Column column : table.columns().all()) {
                ColumnType type = column.type();
                if (type != null && type.name().name().equals(old.name())) {
                    kept.add(new Kept(create, old, table.name(), column.name()));
                    return;
                }
            }
        }
    }

    /** Returns whether the change of type meets a default, which the server does not convert. */
    static boolean keepsDefault(Table.Column column, AlterTableAction.AlterColumnType change, AlterTable alter) {
        Expression value = column.defaultValue();
        ColumnType type = column.type();
        if (value == null || Constants.isNull(value) || column.generated() || type == null) {
            return false;
        }
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.DropDefault drop
                    && drop.column().text().equals(change.column().text())) {
                return false;
            }
        }
        ColumnType wanted = ColumnType.of(change.type());
        return !type.name().name().equals(wanted.name().name());
    }
}
