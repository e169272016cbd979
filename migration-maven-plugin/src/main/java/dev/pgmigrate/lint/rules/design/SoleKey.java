package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import java.util.Optional;

/** The column of an index that has no other. */
final class SoleKey {
    private SoleKey() {}

    /** Returns its type, where the files show it; nothing for an expression, or an index of several columns. */
    static Optional<ColumnType> type(CreateIndex index, LintContext context) {
        Name column = index.elements().size() == 1 ? index.elements().get(0).column() : null;
        return column == null
                ? Optional.empty()
                : context.schema()
                        .table(index.table())
                        .flatMap(table -> table.column(column.text()))
                        .map(Table.Column::type);
    }
}
