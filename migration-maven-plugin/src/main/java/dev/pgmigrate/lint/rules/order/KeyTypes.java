package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the columns of a foreign key can be compared with those that it refers to (manual, 5.5.5; tablecmds.c). */
final class KeyTypes {
    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");
    private static final Set<String> BINARY = Set.of("float4", "float8");
    private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar");
    private static final Set<String> MOMENTS = Set.of("date", "timestamp", "timestamptz");
    private static final Set<String> ADDRESSES = Set.of("inet", "cidr");

    /** By the type that is referred to: the families of those that it is compared with, or that become it by themselves. */
    private static final Map<String, List<Set<String>>> COMPARED = Map.ofEntries(
            Map.entry("int2", List.of(WHOLE)),
            Map.entry("int4", List.of(WHOLE)),
            Map.entry("int8", List.of(WHOLE)),
            Map.entry("numeric", List.of(WHOLE, Set.of("numeric"))),
            Map.entry("float4", List.of(WHOLE, BINARY, Set.of("numeric"))),
            Map.entry("float8", List.of(WHOLE, BINARY, Set.of("numeric"))),
            Map.entry("text", List.of(STRINGS)),
            Map.entry("varchar", List.of(STRINGS)),
            Map.entry("bpchar", List.of(STRINGS)),
            Map.entry("date", List.of(MOMENTS)),
            Map.entry("timestamp", List.of(MOMENTS)),
            Map.entry("timestamptz", List.of(MOMENTS)),
            Map.entry("inet", List.of(ADDRESSES)),
            Map.entry("cidr", List.of(ADDRESSES)),
            Map.entry("uuid", List.of(Set.of("uuid"))),
            Map.entry("bool", List.of(Set.of("bool"))),
            Map.entry("bytea", List.of(Set.of("bytea"))));

    private KeyTypes() {}

    /** Checks a key that a table gets, by the schema in which both tables are as the statement leaves them. */
    static void check(
            Table own, List<String> columns, Table other, List<String> referenced, Node at, Refusals refusals) {
        if (columns.size() != referenced.size()) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnType from = type(own, columns.get(i));
            ColumnType to = type(other, referenced.get(i));
            refusals.addIf(
                    from != null && to != null && !areComparable(from, to, refusals.schema()),
                    at.range(),
                    SqlState.DATATYPE_MISMATCH,
                    "`" + own.name() + "." + columns.get(i) + "` is " + from + " and refers to `" + other.name() + "."
                            + referenced.get(i) + "`, which is " + to + " and cannot be compared with it",
                    "Give both columns the same type.");
        }
    }

    /** Checks the keys of and to a column that gets another type. */
    static void retyped(Table table, Name column, Schema after, Refusals refusals) {
        for (TableConstraint key : table.constraints().all()) {
            if (key.referenced() != null && key.columns().contains(column.text())) {
                after.table(key.referenced()).ifPresent(other -> check(key, table, other, column, refusals));
            }
        }
        for (Table user : after.tablesReferencing(table.name())) {
            for (TableConstraint key : user.constraints().all()) {
                if (table.name().equals(key.referenced())) {
                    check(key, user, table, column, refusals);
                }
            }
        }
    }

    private static void check(TableConstraint key, Table own, Table other, Name at, Refusals refusals) {
        check(own, key.columns(), other, referenced(key.referencedColumns(), other), at, refusals);
    }

    /** Returns the columns that are referred to, those of the primary key where none are named. */
    static List<String> referenced(List<String> named, Table table) {
        return named.isEmpty()
                ? table.primaryKey().map(TableConstraint::columns).orElse(List.of())
                : named;
    }

    private static @Nullable ColumnType type(Table table, String column) {
        return table.column(column).map(Table.Column::type).orElse(null);
    }

    private static boolean areComparable(ColumnType from, ColumnType to, Schema schema) {
        ColumnType own = base(from, schema);
        ColumnType other = base(to, schema);
        if (unqualified(own).equals(unqualified(other))) {
            return true;
        }
        boolean areOfTheSystem = COMPARED.containsKey(own.plain()) && COMPARED.containsKey(other.plain());
        if (areOfTheSystem) {
            return COMPARED.getOrDefault(other.plain(), List.of()).stream()
                    .anyMatch(family -> family.contains(own.plain()));
        }
        boolean areKnown = isKnown(own, schema) && isKnown(other, schema);
        return !areKnown || !schema.others(ObjectType.CAST).isEmpty();
    }

    /** A domain is compared as what it is over. */
    private static ColumnType base(ColumnType type, Schema schema) {
        Optional<ColumnType> base = type.array() || COMPARED.containsKey(type.plain())
                ? Optional.empty()
                : schema.type(type.name()).flatMap(SchemaObject.Type::base);
        return base.map(below -> base(below, schema)).orElse(type);
    }

    private static String unqualified(ColumnType type) {
        return type.name().name() + (type.array() ? "[]" : "");
    }

    /** Returns whether it is a type of the system or an enum, which is compared with nothing else. */
    private static boolean isKnown(ColumnType type, Schema schema) {
        return COMPARED.containsKey(type.plain())
                || (!type.array()
                        && schema.type(type.name())
                                .filter(known -> known.kind() == TypeKind.ENUM)
                                .isPresent());
    }
}
