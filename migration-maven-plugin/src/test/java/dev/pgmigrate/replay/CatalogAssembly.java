package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Catalog.Column;
import dev.pgmigrate.replay.Catalog.Constraint;
import dev.pgmigrate.replay.Catalog.Index;
import dev.pgmigrate.replay.Catalog.Relation;
import dev.pgmigrate.replay.Catalog.Trigger;
import dev.pgmigrate.replay.CatalogReader.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins the rows of one reading of the catalog. */
final class CatalogAssembly {
    private final Map<String, List<Row>> byKind;
    private final Map<Long, String> builtIn;
    private final Map<Long, String> schemas = new HashMap<>();
    private final Map<Long, Row> types = new HashMap<>();
    private final Map<Long, Relation> relations = new HashMap<>();
    private final Map<Long, QualifiedName> routines = new HashMap<>();
    private final Catalog catalog = new Catalog();

    /**
     * @param byKind the rows by what they are about
     * @param builtIn the names of the types that every server has, by number
     */
    CatalogAssembly(Map<String, List<Row>> byKind, Map<Long, String> builtIn) {
        this.byKind = byKind;
        this.builtIn = builtIn;
        rows("schema")
                .forEach(row -> schemas.put(row.id(), row.name().startsWith("pg_temp_") ? "pg_temp" : row.name()));
        rows("type").forEach(row -> types.put(row.id(), row));
    }

    private List<Row> rows(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    Catalog catalog() {
        schemas.values().forEach(catalog.schemas()::add);
        rows("relation").forEach(this::relation);
        rows("column").forEach(this::column);
        rows("constraint").forEach(this::constraint);
        rows("index").forEach(this::index);
        for (Row row : rows("inherits")) {
            relation(row.id()).parents().add(relation(row.parent()).name());
            if ("true".equals(row.a())) {
                relation(row.id()).partition().add(relation(row.parent()).name());
            }
        }
        rows("owner")
                .forEach(row ->
                        relation(row.id()).owners().add(relation(row.parent()).name()));
        rows("routine").forEach(this::routine);
        for (Row row : rows("trigger")) {
            relation(row.id())
                    .triggers()
                    .put(row.name(), new Trigger(routines.getOrDefault(row.parent(), QualifiedName.of("a system's"))));
        }
        rows("policy").forEach(row -> relation(row.id()).policies().put(row.name(), text(row.a())));
        rows("rule").forEach(row -> relation(row.id()).rules().add(row.name()));
        types.values().forEach(this::type);
        rows("extension").forEach(row -> catalog.extensions().put(row.name(), schemas.getOrDefault(row.parent(), "?")));
        byKind.forEach((kind, found) -> {
            if (kind.startsWith("other ")) {
                found.forEach(row -> catalog.other(kind.substring(6), qualified(row)));
            }
        });
        return catalog;
    }

    private QualifiedName qualified(Row row) {
        return row.parent() == 0
                ? QualifiedName.of(row.name())
                : QualifiedName.of(schemas.getOrDefault(row.parent(), "?"), row.name());
    }

    private Relation relation(long id) {
        Relation known = relations.get(id);
        return known == null ? new Relation(QualifiedName.of("unknown"), "?", null) : known;
    }

    private void relation(Row row) {
        Relation relation = new Relation(qualified(row), text(row.a()), row.b());
        relations.put(row.id(), relation);
        if (relation.kind() != 'c') {
            catalog.relations().put(relation.name(), relation);
        }
    }

    private void column(Row row) {
        String marks = text(row.c());
        boolean notNull = marks.startsWith("t");
        String rest = marks.substring(notNull ? 4 : 5);
        relation(row.id())
                .columns()
                .put(
                        (int) row.parent(),
                        new Column(
                                row.name(),
                                typeName(number(row.a())),
                                (int) number(row.b()),
                                notNull,
                                "true".equals(row.d()),
                                rest.contains("a") || rest.contains("d"),
                                rest.contains("s") || rest.contains("v")));
    }

    private QualifiedName typeName(long id) {
        String name = builtIn.get(id);
        if (name != null) {
            return QualifiedName.of(name);
        }
        Row type = types.get(id);
        if (type == null) {
            return QualifiedName.of("type " + id);
        }
        if ("b".equals(type.a()) && !"0".equals(type.b())) {
            QualifiedName element = typeName(number(type.b()));
            return new QualifiedName(element.schemaOrNull(), element.name() + "[]");
        }
        return qualified(type);
    }

    private void constraint(Row row) {
        List<Integer> columns = numbers(row.b(), "[{},]");
        Constraint constraint = new Constraint(
                text(row.a()).charAt(0),
                columns,
                "true".equals(row.c()),
                "0".equals(row.d()) ? null : relation(number(row.d())).name());
        if (row.id() != 0) {
            relation(row.id()).constraints().put(row.name(), constraint);
        } else {
            catalog.domainConstraints()
                    .computeIfAbsent(typeName(row.parent()), domain -> new HashMap<>())
                    .put(row.name(), constraint);
        }
    }

    private void index(Row row) {
        Relation index = relation(row.id());
        Relation table = relation(row.parent());
        String marks = text(row.b());
        index.index()
                .add(new Index(
                        table.name(),
                        row.name(),
                        marks.startsWith("true"),
                        marks.endsWith("true"),
                        numbers(row.a(), " ").subList(0, (int) number(row.c()))));
        table.indexes().add(index.name());
    }

    private List<Integer> numbers(@Nullable String text, String separator) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : (text == null ? "" : text).split(separator, -1)) {
            if (!number.isEmpty()) {
                numbers.add(Integer.valueOf(number));
            }
        }
        return numbers;
    }

    private void routine(Row row) {
        List<String> arguments = new ArrayList<>();
        numbers(row.b(), " ").forEach(type -> arguments.add(typeName(type).name()));
        QualifiedName name = qualified(row);
        routines.put(row.id(), name);
        catalog.routines()
                .put(
                        new Catalog.RoutineName(name, String.join(",", arguments)),
                        new Catalog.Routine(text(row.a()).charAt(0), row.c()));
    }

    private void type(Row row) {
        boolean array = "b".equals(row.a()) && !"0".equals(row.b());
        boolean ofRelation = "c".equals(row.a()) && relation(number(row.b())).kind() != 'c';
        if (array || ofRelation) {
            return;
        }
        List<String> labels = new ArrayList<>();
        if ("c".equals(row.a())) {
            relation(number(row.b())).columns().values().forEach(column -> labels.add(column.name()));
        } else {
            rows("label").stream()
                    .filter(label -> label.id() == row.id())
                    .sorted((one, other) -> Float.compare(Float.parseFloat(one.a()), Float.parseFloat(other.a())))
                    .forEach(label -> labels.add(label.name()));
        }
        QualifiedName base = "0".equals(row.c()) ? null : typeName(number(row.c()));
        catalog.types()
                .put(qualified(row), new Catalog.Type(text(row.a()).charAt(0), labels, base, (int) number(row.d())));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNull(text);
    }

    private static long number(@Nullable String text) {
        return Long.parseLong(text(text));
    }
}
