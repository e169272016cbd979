package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table.Rows;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SelectStatement.Select;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Optional;

/** Notes which tables get rows, because a table with rows is no longer fresh. */
final class DataChanges {
    private DataChanges() {}

    static void apply(Statement statement, Model model) {
        if (statement instanceof DmlStatement.Insert insert) {
            fill(insert.relation().name(), insert.isWrittenOut() ? Rows.LISTED : Rows.ANY, model);
        } else if (statement instanceof DmlStatement.Merge merge) {
            fill(merge.relation().name(), Rows.ANY, model);
        } else if (statement instanceof BulkStatement.Copy copy && copy.isFrom() && copy.table() != null) {
            fill(copy.table(), Rows.ANY, model);
        } else if (statement instanceof Select select && select.into() != null) {
            SelectStatement.IntoClause into = select.into();
            boolean temporary = into.persistence() == Persistence.TEMPORARY;
            QualifiedName name = temporary
                    ? QualifiedName.of(Schema.TEMPORARY, into.name().last().text())
                    : model.target(into.name());
            if (model.makes(ObjectKey.relation(name), false)) {
                Table table = Tables.create(name, temporary, false, null, null, null, null, model.origin());
                model.put(Tables.filled(Tables.withColumns(table, table.columns(), false), Rows.ANY));
            }
        }
    }

    private static void fill(ObjectName name, Rows rows, Model model) {
        QualifiedName resolved = model.schema().resolve(name);
        Optional<Table> known = model.schema().table(resolved);
        if (known.filter(table -> table.rows().compareTo(rows) < 0).isPresent()) {
            model.change(resolved, table -> Tables.filled(table, rows));
        }
    }
}
