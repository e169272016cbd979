package dev.pgmigrate.goal;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.scaffold.Known;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pieces of a new migration that the migrations before it decide: keys, labels, defaults, indexes that are there. */
final class NewFragments {
    private static final String TODO = NewChoice.TODO;
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "citext");
    /** As people write the types that the catalog names otherwise. */
    private static final Map<String, String> WRITTEN = Map.of(
            "int2", "smallint",
            "int4", "integer",
            "int8", "bigint",
            "float4", "real",
            "float8", "double precision",
            "bool", "boolean",
            "bpchar", "char");

    private final Schema schema;
    private final Map<String, String> pieces = new HashMap<>();
    private final Set<String> without = new HashSet<>(Set.of(Known.REINDEX));

    NewFragments(Schema schema) {
        this.schema = schema;
    }

    /** A column that a type is used for. */
    record Use(Table table, Table.Column column) {}

    /** Returns {@code known} with these pieces. */
    Known known(Known known) {
        return known.with(pieces, without);
    }

    /** Returns the role that the migrations speak of, if it is one. */
    Optional<String> onlyRole() {
        List<SchemaObject.Other> roles = schema.others(ObjectType.ROLE);
        return roles.size() == 1 ? Optional.of(roles.get(0).name().name()) : Optional.empty();
    }

    /** Notes what a migration of {@code kind} needs of its table. */
    void of(Table table, String kind) {
        pieces.put("key", key(table));
        if (kind.equals("seed")) {
            seed(table);
        }
    }

    /** Notes what a migration of {@code kind} needs of its column. */
    void of(Table table, Table.Column column, String kind) {
        boolean indexed = schema.indexesOf(table.name()).stream()
                .anyMatch(index -> index.leadingColumns().stream().limit(1).anyMatch(column.name()::equals));
        switch (kind) {
            case "foreign-key" -> leaveOut("_index", indexed);
            case "rls", "policy" -> {
                leaveOut("_index", indexed || table.isPartitioned());
                type(column).ifPresent(type -> pieces.put("user_type", type));
                if (table.rowSecurity() == Presence.PRESENT) {
                    pieces.put("disable_rls", "");
                }
            }
            case "drop-column" -> leaveOut("_relax", !column.notNull() || column.defaultValue() != null);
            case "backfill" -> type(column).ifPresent(type -> pieces.put("filling", filling(column, type)));
            case "rename-column" -> {
                belongings(table, column);
                text(column.defaultValue())
                        .ifPresent(
                                value -> pieces.put("take_default", ",\n    ALTER COLUMN ${to} SET DEFAULT " + value));
            }
            case "type-change" -> belongings(table, column);
            default -> {}
        }
    }

    private void leaveOut(String suffix, boolean needless) {
        if (needless) {
            without.add(suffix);
        }
    }

    /** Notes the columns that a view of {@code table} shows. */
    void columnsOf(Table table) {
        if (table.columnsKnown()) {
            pieces.put(
                    "columns",
                    table.columns().all().stream()
                            .map(column -> Identifier.quoteIdent(column.name()))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Notes the labels of an enum that loses one. */
    void labels(SchemaObject.Type type, String lost) {
        pieces.put("all_labels", quoted(type.labels().stream()));
        pieces.put("labels", quoted(type.labels().stream().filter(label -> !label.equals(lost))));
    }

    private static String quoted(Stream<String> labels) {
        return labels.map(label -> "'" + label.replace("'", "''") + "'").collect(Collectors.joining(", "));
    }

    /** Returns the only column of a type. */
    Optional<Use> columnOf(SchemaObject.Type type) {
        List<Use> uses = schema.tables().stream()
                .flatMap(table -> table.columns().all().stream()
                        .filter(column -> column.type() != null
                                && schema.resolve(column.type().name()).equals(type.name()))
                        .map(column -> new Use(table, column)))
                .toList();
        return uses.size() == 1 ? Optional.of(uses.get(0)) : Optional.empty();
    }

    /** Notes that a column keeps its default when its type is made anew. */
    void keepDefault(Table.Column column) {
        pieces.put(
                "set_default",
                column.defaultValue() == null
                        ? ""
                        : ",\n    ALTER COLUMN " + Identifier.quoteIdent(column.name()) + " SET DEFAULT "
                                + text(column.defaultValue()).orElse(TODO));
    }

    /** Notes the key of the table that a foreign key refers to. */
    void references(String table) {
        schema.tables().stream()
                .filter(each ->
                        each.name().sql().equals(table) || each.name().name().equals(table))
                .findFirst()
                .ifPresent(each -> pieces.put("references_key", key(each)));
    }

    /** Returns a condition that is usual for the type of a column. */
    static Optional<String> condition(Table.Column column) {
        String name = Identifier.quoteIdent(column.name());
        return type(column).flatMap(type -> {
            if (TEXTS.contains(type)) {
                return Optional.of(name + " <> ''");
            }
            return NUMBERS.contains(type) ? Optional.of(name + " >= 0") : Optional.empty();
        });
    }

    /** Returns the type that a new column of that name has: that of the key which it refers to, or an enum named after it. */
    Optional<String> typeOf(String column, Optional<Table> namedAfter) {
        Optional<String> key = !column.endsWith("_id")
                ? Optional.empty()
                : namedAfter
                        .flatMap(table -> table.primaryKey()
                                .filter(primary -> primary.columns().size() == 1)
                                .flatMap(primary ->
                                        table.column(primary.columns().get(0))))
                        .map(Table.Column::type)
                        .map(NewFragments::written);
        return key.or(() -> schema.types().stream()
                .filter(type -> type.kind() == SchemaObject.TypeKind.ENUM
                        && New.name(type.name().name()).equals(column))
                .map(type -> type.name().sql())
                .findFirst());
    }

    private static Optional<String> type(Table.Column column) {
        ColumnType type = column.type();
        return type == null || type.array()
                ? Optional.empty()
                : Optional.of(WRITTEN.getOrDefault(type.plain(), type.plain()));
    }

    /** Returns a type as people write it. */
    static String written(ColumnType type) {
        String name = type.name().toString();
        return type.toString().replaceFirst(Pattern.quote(name), WRITTEN.getOrDefault(name, name));
    }

    private String filling(Table.Column column, String type) {
        if (NUMBERS.contains(type)) {
            return "0";
        }
        if (TEXTS.contains(type)) {
            return "''";
        }
        return text(column.defaultValue()).orElse(TODO);
    }

    private static String key(Table table) {
        return table.primaryKey()
                .map(TableConstraint::columns)
                .filter(columns -> columns.size() == 1)
                .map(columns -> Identifier.quoteIdent(columns.get(0)))
                .orElse(TODO);
    }

    private void seed(Table table) {
        List<String> columns = table.columns().all().stream()
                .filter(column -> !column.identity() && !column.generated() && column.defaultValue() == null)
                .map(Table.Column::name)
                .toList();
        List<String> key = table.constraints().all().stream()
                .filter(constraint -> constraint.kind() == TableConstraint.Kind.PRIMARY_KEY
                        || constraint.kind() == TableConstraint.Kind.UNIQUE)
                .map(TableConstraint::columns)
                .filter(unique -> columns.containsAll(unique) && !unique.isEmpty())
                .findFirst()
                .orElse(List.of(TODO));
        if (columns.isEmpty()) {
            return;
        }
        pieces.put("seed_columns", list(columns));
        pieces.put("seed_row", columns.stream().map(column -> TODO).collect(Collectors.joining(", ")));
        pieces.put("seed_key", list(key));
        List<String> others =
                columns.stream().filter(column -> !key.contains(column)).toList();
        pieces.put(
                "seed_update",
                (others.isEmpty() ? key : others)
                        .stream()
                                .map(Identifier::quoteIdent)
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", ")));
        pieces.put("seed_match", key.size() == 1 ? list(key) + " IN (TODO)" : "(" + list(key) + ") IN ((TODO))");
    }

    private static String list(List<String> names) {
        return names.stream()
                .map(name -> name.equals(TODO) ? TODO : Identifier.quoteIdent(name))
                .collect(Collectors.joining(", "));
    }

    /** An index of one column, of all rows, is built for the new column as well; any other is more than a name. */
    private static boolean isPlain(SchemaObject.Index index) {
        return !index.unique()
                && index.where() == null
                && index.method().equals("btree")
                && index.included().isEmpty()
                && index.elements().size() == 1
                && index.elements().get(0).collation() == null
                && index.elements().get(0).opclass() == null;
    }

    /** Notes what goes with the old column: an index has a file of its own, and a comment lists the rest. */
    private void belongings(Table table, Table.Column column) {
        List<String> lines = new ArrayList<>();
        if (column.notNull()) {
            lines.add("NOT NULL");
        }
        if (column.defaultValue() != null) {
            lines.add("its default");
        }
        schema.indexesOf(table.name()).stream()
                .filter(index -> index.leadingColumns().contains(column.name()))
                .forEach(index -> {
                    if (table.isPartitioned() || !isPlain(index) || !without.remove(Known.REINDEX)) {
                        lines.add("the index " + index.name().name());
                    }
                });
        table.constraints().all().stream()
                .filter(constraint -> constraint.kind() != TableConstraint.Kind.NOT_NULL
                        && !constraint.hasIndex()
                        && constraint.columns().contains(column.name()))
                .map(constraint -> "the constraint " + constraint.name())
                .forEach(lines::add);
        for (Table user : schema.tablesReferencing(table.name())) {
            user.constraints().all().stream()
                    .filter(key -> table.name().equals(key.referenced())
                            && referencedColumns(key, table).contains(column.name()))
                    .map(key -> "the foreign key " + key.name() + " of "
                            + user.name().sql())
                    .forEach(lines::add);
        }
        pieces.put(
                "belongings",
                lines.isEmpty()
                        ? ""
                        : "-- TODO before this, give ${to} what goes with " + column.name() + ":\n--   "
                                + String.join("\n--   ", lines) + "\n");
    }

    private static List<String> referencedColumns(TableConstraint key, Table table) {
        return key.referencedColumns().isEmpty()
                ? table.primaryKey().map(TableConstraint::columns).orElse(List.of())
                : key.referencedColumns();
    }

    /** Returns a constant as SQL writes it; what is computed is left to a person. */
    private static Optional<String> text(@Nullable Expression value) {
        Expression constant = value instanceof Expression.TypeCast cast ? cast.operand() : value;
        if (!(constant instanceof Expression.Constant known)) {
            return Optional.empty();
        }
        return Optional.of(
                known.kind() == Expression.ConstantKind.STRING
                        ? "'" + known.text().replace("'", "''") + "'"
                        : known.text());
    }
}
