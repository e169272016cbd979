package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reports a foreign key whose column has another type than the one that it refers to. */
final class FkTypeMismatch extends FolderRule {
    /** The types that are judged; between families the server has no conversion that it makes by itself. */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("int2", "int4", "int8", "numeric", "float4", "float8"),
            Set.of("text", "varchar", "bpchar"),
            Set.of("date", "timestamp", "timestamptz"),
            Set.of("uuid"));

    FkTypeMismatch() {
        super(Facts.warning(Category.DESIGN).fixable().since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (TypedColumn column :
                TypedColumn.of(context, FAMILIES.stream().flatMap(Set::stream).toArray(String[]::new))) {
            for (TableConstraint key : column.table().constraints().all()) {
                int index = key.columns().indexOf(column.column().name());
                if (key.kind() == TableConstraint.Kind.FOREIGN_KEY && key.referenced() != null && index >= 0) {
                    check(column, key, index, context, reporter);
                }
            }
        }
    }

    private static void check(
            TypedColumn column, TableConstraint key, int index, FolderContext context, Reporter reporter) {
        QualifiedName name = Objects.requireNonNull(key.referenced());
        Table parent = context.end().table(name).filter(Table::created).orElse(null);
        ColumnType own = column.column().type();
        if (parent == null || own == null) {
            return;
        }
        List<String> columns = !key.referencedColumns().isEmpty()
                ? key.referencedColumns()
                : parent.primaryKey().map(TableConstraint::columns).orElse(List.of());
        if (index >= columns.size()) {
            return;
        }
        ColumnType other =
                parent.column(columns.get(index)).map(Table.Column::type).orElse(null);
        if (other == null
                || FAMILIES.stream().noneMatch(family -> family.contains(other.plain()))
                || kind(other).equals(kind(own))) {
            return;
        }
        boolean narrow = width(own) > 0 && width(own) < width(other);
        reporter.report(
                        column.place(),
                        column.quoted() + " is " + TypedColumn.sql(own) + " and refers to `"
                                + parent.name().name() + "."
                                + columns.get(index) + "`, which is " + TypedColumn.sql(other)
                                + (narrow ? ": it runs out of numbers first" : effect(own, other)),
                        "Give both columns the same type.")
                .fix(narrow && !column.isSerial() ? column.typed(TypedColumn.sql(other)) : Optional.empty());
    }

    private static String effect(ColumnType own, ColumnType other) {
        boolean alike =
                FAMILIES.stream().anyMatch(family -> family.contains(own.plain()) && family.contains(other.plain()));
        return alike
                ? ": each check of the key converts one into the other"
                : ": the server refuses the key with " + SqlState.DATATYPE_MISMATCH;
    }

    /** Text is text, with a length or without. */
    private static String kind(ColumnType type) {
        return type.is("varchar") ? "text" : type.plain();
    }

    /** Returns the bytes of a whole number, 0 for every other type. */
    private static int width(ColumnType type) {
        return switch (type.plain()) {
            case "int2" -> 2;
            case "int4" -> 4;
            case "int8" -> 8;
            default -> 0;
        };
    }
}
