package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction.AlterColumnType;
import java.util.List;
import java.util.Optional;

/** The effects of {@code ALTER COLUMN … TYPE}: on the table, and through foreign keys on others. */
final class TypeChangeEffects {
    private final AlterColumnType change;
    private final QualifiedName name;
    private final Effects effects;
    private final String column;
    private final boolean safe;

    private TypeChangeEffects(AlterColumnType change, QualifiedName name, Optional<Table> table, Effects effects) {
        this.change = change;
        this.name = name;
        this.effects = effects;
        this.column = change.column().text();
        this.safe = table.flatMap(known -> known.column(column))
                .filter(known -> known.generation() == Table.Generation.VIRTUAL || isSafe(change, known, effects))
                .isPresent();
    }

    private static boolean isSafe(AlterColumnType change, Table.Column known, Effects effects) {
        ColumnType from = known.type();
        return from != null && TypeChangeCost.of(change, from, effects.schema()) == TypeChangeCost.Verdict.SAFE;
    }

    static void add(AlterColumnType change, QualifiedName name, Effects effects) {
        Optional<Table> table = effects.schema().table(name);
        TypeChangeEffects adder = new TypeChangeEffects(change, name, table, effects);
        effects.on(name, null, adder.operation(table), change.range());
        table.ifPresent(adder::addKeys);
    }

    /** Though the rows stay, indexes and checks on the column may not. */
    private Operation operation(Optional<Table> table) {
        if (!safe) {
            return Operation.CHANGE_TYPE;
        }
        return table.map(known -> RebuiltParts.of(change, known, effects.schema(), false))
                .map(TypeChangeEffects::operation)
                .orElse(Operation.CHANGE_TYPE_SAFELY);
    }

    private static Operation operation(RebuiltParts parts) {
        if (!parts.indexes().isEmpty()) {
            return Operation.CHANGE_TYPE_WITH_INDEX;
        }
        return parts.checks().isEmpty() ? Operation.CHANGE_TYPE_SAFELY : Operation.CHANGE_TYPE_WITH_CHECK;
    }

    /** A foreign key that holds the column is dropped and made again, which locks the table at its other end. */
    private void addKeys(Table table) {
        for (TableConstraint key : table.constraints().all()) {
            QualifiedName referenced = key.referenced();
            if (referenced != null && !referenced.equals(name) && key.columns().contains(column)) {
                other(referenced, Operation.CHANGE_TYPE_OF_REFERENCING);
            }
        }
        List<String> primary = table.primaryKey().map(TableConstraint::columns).orElse(List.of());
        for (Table referencing : effects.schema().tablesReferencing(name)) {
            boolean concerned = referencing.constraints().all().stream()
                    .filter(key -> name.equals(key.referenced()))
                    .map(key -> key.referencedColumns().isEmpty() ? primary : key.referencedColumns())
                    .anyMatch(columns -> columns.contains(column));
            if (concerned && !referencing.name().equals(name)) {
                other(referencing.name(), Operation.CHANGE_TYPE_OF_REFERENCED);
            }
        }
    }

    /** Where no value changes, the rows are not looked up again either. */
    private void other(QualifiedName table, Operation operation) {
        effects.on(null, table, safe ? Operation.CHANGE_TYPE_OF_KEY_SAFELY : operation, change.range());
    }
}
