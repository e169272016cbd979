package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How what is there differs from what a statement with {@code IF NOT EXISTS} would make; it is skipped all the same. */
final class DefinitionDifference {
    private DefinitionDifference() {}

    /** Returns the difference to a table that is there, if there is one. */
    static Optional<String> of(CreateTable create, QualifiedName name, Schema before) {
        SchemaObject.Relation relation = before.relation(name).orElse(null);
        if (relation instanceof SchemaObject.View || relation instanceof SchemaObject.Index) {
            return Optional.of(relation instanceof SchemaObject.View ? "it is a view" : "it is an index");
        }
        if (!(relation instanceof Table table) || !table.columnsKnown()) {
            return Optional.empty();
        }
        for (ColumnDef column : create.columns()) {
            Optional<String> difference = of(column, table);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** Returns the difference to a column that has to be in {@code table}. */
    static Optional<String> of(ColumnDef column, Table table) {
        Table.Column there = table.column(column.name().text()).orElse(null);
        if (there == null) {
            return table.columnsKnown() ? Optional.of("its column " + column.name() + " is missing") : Optional.empty();
        }
        ColumnType wanted =
                column.type() == null ? null : ColumnType.of(column.type()).withoutSerial();
        return isOther(there.type(), wanted)
                ? Optional.of("its column " + column.name() + " is " + there.type() + " and not " + wanted)
                : Optional.empty();
    }

    /** Returns the difference to an index that is there, as far as plain columns show one. */
    static Optional<String> of(CreateIndex create, QualifiedName name, Schema before) {
        SchemaObject.Index index = before.index(name).orElse(null);
        if (index == null || index.elements().isEmpty()) {
            return Optional.empty();
        }
        if (!index.table().equals(before.resolve(create.table()))) {
            return Optional.of("it is on " + index.table());
        }
        List<String> there = keys(index.elements());
        List<String> wanted = keys(create.elements());
        if (there != null && wanted != null && !there.equals(wanted)) {
            return Optional.of("it is on (" + String.join(", ", there) + ")");
        }
        if (index.unique() != create.unique()) {
            return Optional.of(index.unique() ? "it is unique" : "it is not unique");
        }
        if ((index.where() == null) != (create.where() == null)) {
            return Optional.of(index.where() == null ? "it has all rows" : "it has only some of the rows");
        }
        return Optional.empty();
    }

    private static @Nullable List<String> keys(List<IndexElement> elements) {
        List<String> keys = new ArrayList<>(elements.size());
        for (IndexElement element : elements) {
            Name column = element.column();
            if (column == null) {
                return null;
            }
            keys.add(column.text());
        }
        return keys;
    }

    private static boolean isOther(@Nullable ColumnType there, @Nullable ColumnType wanted) {
        return there != null
                && wanted != null
                && !(there.name().name().equals(wanted.name().name())
                        && there.array() == wanted.array()
                        && there.modifiers().equals(wanted.modifiers()));
    }
}
