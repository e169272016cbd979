package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.Casts;
import dev.pgmigrate.postgres.Casts.Cast;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.Other;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction.AlterColumnType;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server makes again with a column of another type (tablecmds.c, {@code RememberAllDependentForRebuilding}).
 *
 * @param indexes those that are built anew: all of a table that is rewritten; else those whose expression or predicate reads the
 *     column, and those on it where the collation or the operators change ({@code CheckIndexCompatible} of indexcmds.c)
 * @param checks those on the column, for which all rows are read (manual, ALTER TABLE, Notes)
 * @param statistics the extended ones on the column, which are empty until the next ANALYZE
 */
public record RebuiltParts(List<Index> indexes, List<TableConstraint> checks, List<QualifiedName> statistics) {
    public RebuiltParts {
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        statistics = List.copyOf(statistics);
    }

    /** Returns what {@code change} of a column of {@code table} makes again. */
    public static RebuiltParts of(AlterColumnType change, Table table, Schema schema, boolean rewrites) {
        String column = change.column().text();
        boolean otherOperators = !keepsIndexes(change, table, schema);
        return new RebuiltParts(
                schema.indexesOf(table.name()).stream()
                        .filter(index -> rewrites || isRebuilt(index, column, otherOperators))
                        .toList(),
                table.constraints().all().stream()
                        .filter(constraint -> constraint.kind() == TableConstraint.Kind.CHECK
                                && constraint.validated()
                                && reads(constraint.expression(), column))
                        .toList(),
                schema.others(ObjectType.STATISTICS).stream()
                        .filter(statistics ->
                                statistics.details().contains(table.name().toString())
                                        && statistics.details().contains(column))
                        .map(Other::name)
                        .toList());
    }

    private static boolean keepsIndexes(AlterColumnType change, Table table, Schema schema) {
        String to = plain(ColumnType.of(change.type()), schema);
        String from = table.column(change.column().text())
                .map(Table.Column::type)
                .map(type -> plain(type, schema))
                .orElse(to);
        return change.collation() == null
                && (from.equals(to)
                        || Casts.between(from, to).filter(Cast::keepsIndexes).isPresent());
    }

    private static String plain(ColumnType type, Schema schema) {
        return TypeChangeCost.withoutDomains(type, schema).plain();
    }

    private static boolean isRebuilt(Index index, String column, boolean otherOperators) {
        return reads(index.where(), column)
                || index.elements().stream()
                        .anyMatch(element ->
                                reads(element.expression(), column) || (otherOperators && isOn(element, column)));
    }

    private static boolean isOn(IndexElement element, String column) {
        return element.column() != null && element.column().text().equals(column);
    }

    private static boolean reads(@Nullable Expression expression, String column) {
        return expression != null
                && Nodes.of(Expression.ColumnRef.class, expression).anyMatch(reference -> reference.names(column));
    }
}
