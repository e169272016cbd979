package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Constraint.ForeignKey;
import dev.pgmigrate.sql.ast.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a foreign key can refer to: columns that a unique key holds, as many as its own (manual, 5.5.5 "Foreign Keys"). */
final class ForeignKeyTargets {
    private ForeignKeyTargets() {}

    /** @param schema the schema in which the referenced table has its keys */
    static void check(ForeignKey key, Schema schema, Refusals refusals) {
        List<String> referenced =
                key.referencedColumns().stream().map(Name::text).toList();
        int own = Math.max(1, key.columns().size());
        refusals.addIf(
                !referenced.isEmpty() && referenced.size() != own,
                key.range(),
                SqlState.INVALID_FOREIGN_KEY,
                "The foreign key has " + own + " columns and refers to " + referenced.size(),
                "Name as many columns on both sides.");
        Table table = schema.table(key.referenced()).filter(Table::created).orElse(null);
        if (table == null
                || !table.columnsKnown()
                || table.foreign()
                || table.isPartitioned()
                || table.partitionOf() != null
                || referenced.stream().anyMatch(table::lacks)) {
            return;
        }
        String shown = "`" + key.referenced() + "`";
        if (referenced.isEmpty()) {
            refusals.addIf(
                    table.primaryKey().isEmpty(),
                    key.range(),
                    SqlState.UNDEFINED_OBJECT,
                    "The foreign key refers to the primary key of " + shown + ", which has none",
                    "Add the key first, or name the columns of a unique one.");
        } else {
            refusals.addIf(
                    !isUnique(table, new HashSet<>(referenced), schema),
                    key.range(),
                    SqlState.INVALID_FOREIGN_KEY,
                    "No unique key of " + shown + " has just the columns " + String.join(", ", referenced),
                    "Make them unique first, or refer to a key that is there.");
        }
    }

    private static boolean isUnique(Table table, Set<String> columns, Schema schema) {
        boolean constraint = table.constraints().all().stream()
                .anyMatch(unique -> unique.hasIndex() && columns.equals(new HashSet<>(unique.columns())));
        return constraint
                || schema.indexesOf(table.name()).stream()
                        .filter(Index::unique)
                        .anyMatch(index -> columns.equals(new HashSet<>(index.leadingColumns()))
                                || index.elements().isEmpty());
    }
}
