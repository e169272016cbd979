package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.PartitionSpec;

/** Whether a partition key holds a column, which then stays as it is (manual, ALTER TABLE). */
final class PartitionKeyUses {
    private PartitionKeyUses() {}

    static void check(Table table, Name column, String what, Refusals refusals) {
        PartitionSpec key = table.partitionBy();
        if (key != null && key.elements().stream().anyMatch(element -> reads(element, column.text()))) {
            refusals.add(
                    column.range(),
                    SqlState.INVALID_TABLE_DEFINITION,
                    "`" + column.text() + "` is in the partition key of `" + table.name() + "` and cannot be " + what,
                    "Make a new table with another key, and move the rows.");
        }
        for (Table part : refusals.schema().partitionsOf(table.name())) {
            check(part, column, what, refusals);
        }
    }

    private static boolean reads(PartitionSpec.Element element, String column) {
        Name own = element.column();
        Expression expression = element.expression();
        return (own != null && own.text().equals(column))
                || (expression != null
                        && Nodes.of(Expression.ColumnRef.class, expression).anyMatch(read -> read.names(column)));
    }
}
