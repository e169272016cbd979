package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Reports a trigger whose function reads or writes a field that the rows of its table do not have. */
final class TriggerUnknownField extends FolderRule {
    TriggerUnknownField() {
        super(Facts.error(Category.ORDER).since("0.1"));
    }

    @Override
    protected void check(FolderContext folder, Reporter reporter) {
        Schema end = folder.end().certain();
        IdentityHashMap<Routine, List<Name>> fields = new IdentityHashMap<>();
        Set<String> reported = new HashSet<>();
        for (Table table : end.tables()) {
            if (table.columnsKnown() && !table.triggers().isEmpty()) {
                for (Table.Trigger trigger : table.triggers().all()) {
                    check(table, trigger, end, fields, reported, reporter);
                }
            }
        }
    }

    private static void check(
            Table table,
            Table.Trigger trigger,
            Schema end,
            IdentityHashMap<Routine, List<Name>> fields,
            Set<String> reported,
            Reporter reporter) {
        for (Routine routine : end.routines(trigger.function())) {
            PlpgsqlBody body = routine.body();
            if (body == null || !trigger.definition().forEachRow()) {
                continue;
            }
            for (Name field : fields.computeIfAbsent(routine, r -> RowFields.of(body))) {
                if (table.lacks(field.text())
                        && reported.add(routine.name() + " " + table.name() + " " + field.text())) {
                    reporter.report(
                            routine.origin().file(),
                            field.range(),
                            "The trigger `" + trigger.name() + "` on `" + table.name() + "` runs this function, and `"
                                    + table.name() + "` has no column `" + field.text()
                                    + "`: the first row that gets here fails with " + SqlState.UNDEFINED_COLUMN,
                            "Name a column of the table, or add it.");
                }
            }
        }
    }
}
