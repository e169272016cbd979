package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement.Select;
import dev.pgmigrate.sql.ast.Statement;

/** Notes which tables get rows, because a table with rows is no longer fresh. */
final class DataChanges {
    private DataChanges() {}

    static void apply(Statement statement, Model model) {
        if (statement instanceof DmlStatement.Insert || statement instanceof DmlStatement.Merge) {
            fill(((DmlStatement) statement).relation().name(), model);
        } else if (statement instanceof BulkStatement.Copy copy && copy.isFrom() && copy.table() != null) {
            fill(copy.table(), model);
        } else if (statement instanceof Select select && select.into() != null) {
            QualifiedName name = model.target(select.into().name());
            if (model.makes(ObjectKey.relation(name), false, false)) {
                Table table = Tables.create(name, false, false, null, null, model.origin());
                model.put(Tables.filledBy(Tables.withColumns(table, table.columns(), false), model.origin()));
            }
        }
    }

    private static void fill(ObjectName name, Model model) {
        QualifiedName resolved = model.schema().resolve(name);
        if (model.schema().table(resolved).isPresent()) {
            model.change(resolved, table -> Tables.filledBy(table, model.origin()));
        }
    }
}
