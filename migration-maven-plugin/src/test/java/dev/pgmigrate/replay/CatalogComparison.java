package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a schema says against the catalog, in both directions: what it knows is there, and nothing is there of which
 * it knows that it is not. What it does not know is no difference.
 */
final class CatalogComparison {
    private static final Set<String> SYSTEM = Set.of("pg_catalog", "information_schema", "pg_toast");

    /** Of these a catalog tells by the name alone. */
    private static final List<ObjectType> OTHERS = List.of(
            ObjectType.PUBLICATION,
            ObjectType.EVENT_TRIGGER,
            ObjectType.FOREIGN_DATA_WRAPPER,
            ObjectType.FOREIGN_SERVER,
            ObjectType.LANGUAGE,
            ObjectType.ACCESS_METHOD,
            ObjectType.STATISTICS,
            ObjectType.COLLATION,
            ObjectType.CONVERSION,
            ObjectType.OPERATOR_CLASS,
            ObjectType.OPERATOR_FAMILY,
            ObjectType.TEXT_SEARCH_CONFIGURATION,
            ObjectType.TEXT_SEARCH_DICTIONARY,
            ObjectType.TEXT_SEARCH_PARSER,
            ObjectType.TEXT_SEARCH_TEMPLATE);

    private final Schema schema;
    private final Catalog catalog;
    private final List<Difference> found = new ArrayList<>();

    private CatalogComparison(Schema schema, Catalog catalog) {
        this.schema = schema.certain();
        this.catalog = catalog;
    }

    static List<Difference> of(Schema schema, Catalog catalog) {
        CatalogComparison comparison = new CatalogComparison(schema, catalog);
        comparison.relations();
        comparison.types();
        comparison.routines();
        comparison.others();
        comparison.found.addAll(GrantComparison.of(comparison.schema, catalog));
        return comparison.found;
    }

    private void relations() {
        for (SchemaObject.Relation relation : schema.relations()) {
            Catalog.Relation there = catalog.relations().get(relation.name());
            if (there == null) {
                differ(kind(relation) + " gone", relation.name(), "is not there");
            } else if (relation instanceof Table table) {
                new TableComparison(table, there, this::differ).compare();
            } else if (relation instanceof SchemaObject.View view) {
                view(view, there);
            } else if (relation instanceof SchemaObject.Index index) {
                index(index, there);
            } else if (relation instanceof SchemaObject.Sequence sequence) {
                same("sequence", sequence.name(), "S", there.marks().substring(0, 1));
                same("sequence owner", sequence.name(), names(sequence.owner()), Set.copyOf(there.owners()));
            }
        }
        for (Catalog.Relation there : catalog.relations().values()) {
            if (!SYSTEM.contains(there.name().schemaOrNull())
                    && schema.relationPresence(there.name()).isAbsent()) {
                differ("relation denied", there.name(), "is there, " + there.marks());
            }
        }
    }

    private static String kind(SchemaObject.Relation relation) {
        return relation.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<QualifiedName> names(@Nullable QualifiedName name) {
        return name == null ? Set.of() : Set.of(name);
    }

    private void view(SchemaObject.View view, Catalog.Relation there) {
        same("view", view.name(), view.materialized() ? "m" : "v", there.marks().substring(0, 1));
        List<OutputColumn> output = view.output();
        if (output != null && there.isView()) {
            List<Catalog.Column> columns = List.copyOf(there.columns().values());
            same("view columns", view.name(), output.size(), columns.size());
            for (int i = 0; i < Math.min(output.size(), columns.size()); i++) {
                String name = output.get(i).name();
                if (name != null) {
                    same(
                            "view column",
                            view.name() + "." + name,
                            name,
                            columns.get(i).name());
                }
                ColumnType type = output.get(i).type();
                if (type != null) {
                    TypeComparison.difference(
                                    type, columns.get(i).type(), columns.get(i).modifier())
                            .ifPresent(text -> differ("view column type", view.name() + "." + name, text));
                }
            }
        }
        for (Table.Trigger trigger : view.triggers().all()) {
            same(
                    "trigger",
                    view.name() + "." + trigger.name(),
                    true,
                    there.triggers().containsKey(trigger.name()));
        }
        for (String trigger : there.triggers().keySet()) {
            same(
                    "trigger denied",
                    view.name() + "." + trigger,
                    false,
                    view.triggerPresence(trigger).isAbsent());
        }
        for (String rule : there.rules()) {
            same(
                    "rule denied",
                    view.name() + "." + rule,
                    false,
                    view.rulePresence(rule).isAbsent());
        }
    }

    private void index(SchemaObject.Index index, Catalog.Relation there) {
        same("index", index.name(), false, there.index().isEmpty());
        if (there.index().isEmpty()) {
            return;
        }
        Catalog.Index real = there.index().get(0);
        same("index table", index.name(), index.table(), real.table());
        same("index unique", index.name(), index.unique(), real.unique());
        same("index method", index.name(), index.method(), real.method());
        same("index partial", index.name(), index.where() != null, real.partial());
        Catalog.Relation table = catalog.relations().get(real.table());
        if (!index.elements().isEmpty() && table != null) {
            List<String> keys = table.columnNames(real.keys());
            List<String> columns = new ArrayList<>(keys);
            for (int i = 0; i < Math.min(index.elements().size(), keys.size()); i++) {
                Name column = index.elements().get(i).column();
                // An expression that is but a column, as one with a collation, is kept as the column.
                columns.set(i, column == null ? keys.get(i) : column.text());
            }
            same("index columns", index.name(), columns, keys);
        }
        if (index.constraint() != null) {
            same(
                    "index constraint",
                    index.name(),
                    true,
                    table != null && table.constraints().containsKey(index.constraint()));
        }
    }

    private void types() {
        for (SchemaObject.Type type : schema.types()) {
            Catalog.Type there = catalog.types().get(type.name());
            if (there == null) {
                differ("type gone", type.name(), "is not there");
                continue;
            }
            if (type.complete()) {
                same("type kind", type.name(), letter(type.kind()), there.kind() == 'p' ? 'b' : there.kind());
                same("type labels", type.name(), type.labels(), there.labels());
                ColumnType base = type.base().orElse(null);
                if (base != null && there.base() != null) {
                    TypeComparison.difference(base, there.base(), there.modifier())
                            .ifPresent(text -> differ("domain type", type.name(), text));
                }
            }
            Map<String, Catalog.Constraint> constraints =
                    catalog.domainConstraints().getOrDefault(type.name(), Map.of());
            constraints
                    .keySet()
                    .forEach(name -> same(
                            "domain constraint denied",
                            type.name() + "." + name,
                            false,
                            type.constraintPresence(name).isAbsent()));
        }
        catalog.types().keySet().forEach(name -> {
            if (!SYSTEM.contains(name.schemaOrNull())
                    && schema.typePresence(name).isAbsent()) {
                differ("type denied", name, "is there");
            }
        });
    }

    private static char letter(SchemaObject.TypeKind kind) {
        return switch (kind) {
            case ENUM -> 'e';
            case DOMAIN -> 'd';
            case COMPOSITE -> 'c';
            case RANGE -> 'r';
            case BASE, SHELL -> 'b';
        };
    }

    private void routines() {
        for (SchemaObject.Routine routine : schema.routines()) {
            Catalog.Routine there =
                    catalog.routines().get(new Catalog.RoutineName(routine.name(), routine.signature()));
            String shown = routine.name() + "(" + routine.signature() + ")";
            if (there == null) {
                differ("routine gone", shown, "is not there");
                continue;
            }
            ObjectType kind = switch (there.kind()) {
                case 'p' -> ObjectType.PROCEDURE;
                case 'a' -> ObjectType.AGGREGATE;
                default -> ObjectType.FUNCTION;
            };
            same("routine kind", shown, routine.kind(), kind);
        }
        catalog.routines().keySet().forEach(name -> {
            if (!SYSTEM.contains(name.name().schemaOrNull())
                    && schema.routinePresence(name.name(), name.signature()).isAbsent()) {
                differ("routine denied", name.name() + "(" + name.signature() + ")", "is there");
            }
        });
    }

    private void others() {
        for (String name : catalog.schemas()) {
            same("schema denied", name, false, schema.schemaPresence(name).isAbsent());
        }
        for (SchemaObject.Other known : schema.schemas()) {
            same(
                    "schema",
                    known.name(),
                    true,
                    catalog.schemas().contains(known.name().name()));
        }
        for (SchemaObject.Other extension : schema.others(ObjectType.EXTENSION)) {
            String in = catalog.extensions().get(extension.name().name());
            same("extension", extension.name(), extension.details(), in == null ? Set.of() : Set.of(in));
        }
        catalog.extensions()
                .keySet()
                .forEach(name -> same(
                        "extension denied",
                        name,
                        false,
                        schema.presence(ObjectType.EXTENSION, QualifiedName.of(name))
                                .isAbsent()));
        for (ObjectType type : OTHERS) {
            Set<QualifiedName> there = catalog.others().getOrDefault(type.words(), Set.of());
            schema.others(type).forEach(known -> same(type.words(), known.name(), true, there.contains(known.name())));
            there.forEach(name -> same(
                    type.words() + " denied",
                    name,
                    false,
                    schema.presence(type, name).isAbsent()));
        }
    }

    private void same(String kind, Object object, @Nullable Object said, @Nullable Object there) {
        if (!Objects.equals(said, there)) {
            differ(kind, object, said + ", server " + there);
        }
    }

    private void differ(String kind, Object object, String detail) {
        found.add(new Difference(kind, object.toString(), detail));
    }
}
