package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ObjectKey.Space;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Replays {@code DROP}. */
final class Removals {
    private Removals() {}

    static void drop(DropStatement statement, Model model) {
        for (ObjectReference object : statement.objects()) {
            if (statement.cascade() && reachesFar(object, model.schema())) {
                model.timeline().cloud();
            }
            // Of what it belongs to IF EXISTS does not say that it is there.
            ObjectName parent = object.parent();
            boolean unseen = statement.ifExists()
                    && parent != null
                    && model.schema().relation(parent.qualified()).isEmpty();
            model.doubtingIf(unseen, () -> drop(object, statement.cascade(), model));
        }
    }

    /** What goes with these by CASCADE is not followed: typed tables, casts, whatever an extension was used for. */
    private static boolean reachesFar(ObjectReference object, Schema schema) {
        return switch (object.type()) {
            case TYPE, DOMAIN ->
                schema.type(object.name().qualified())
                        .filter(type -> isWideSpread(type.kind()))
                        .isPresent();
            case SCHEMA ->
                schema.types().stream()
                        .anyMatch(type ->
                                object.name().last().text().equals(type.name().schemaOrNull()));
            case COLLATION,
                    EXTENSION,
                    FOREIGN_DATA_WRAPPER,
                    FOREIGN_SERVER,
                    LANGUAGE,
                    ACCESS_METHOD,
                    OPERATOR,
                    OPERATOR_CLASS -> schema.presence(object).isPresent();
            default -> false;
        };
    }

    /** Of base and range types there are casts, operators, and what is made of those. */
    private static boolean isWideSpread(TypeKind kind) {
        return switch (kind) {
            case ENUM, DOMAIN, COMPOSITE -> false;
            case RANGE, BASE, SHELL -> true;
        };
    }

    private static void drop(ObjectReference object, boolean cascade, Model model) {
        Schema schema = model.schema();
        QualifiedName name = object.name().qualified();
        switch (object.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> {
                if (schema.otherKind(object).isEmpty()) {
                    model.dropRelation(schema.resolve(name), cascade);
                }
            }
            case TYPE, DOMAIN -> dropType(schema.resolveType(name), cascade, model);
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> dropRoutine(object, cascade, model);
            case SCHEMA -> dropSchema(name.name(), model);
            case TRIGGER -> {
                model.changeWritable(
                        object.parent(),
                        relation -> relation.withTriggers(relation.triggers().without(name.name())));
                if (object.parent() != null) {
                    model.schema()
                            .table(object.parent())
                            .ifPresent(table -> PartitionTriggers.remove(table, name.name(), model));
                }
            }
            case POLICY ->
                change(
                        object,
                        model,
                        table -> Tables.withPolicies(table, table.policies().without(name.name())));
            case RULE ->
                model.changeWritable(
                        object.parent(),
                        relation -> relation.withRules(relation.rules().without(name.name())));
            default -> {
                model.remove(Schema.otherKey(object.type(), Others.name(object, model.schema())));
                if (cascade && object.type() == ObjectType.COLLATION) {
                    dropCollated(name, model);
                }
            }
        }
    }

    private static void change(ObjectReference object, Model model, UnaryOperator<Table> change) {
        ObjectName parent = object.parent();
        if (parent == null) {
            return;
        }
        QualifiedName relation = model.schema().resolve(parent);
        if (model.schema().view(relation).isEmpty()
                && !model.schema().relationPresence(relation).isAbsent()) {
            model.change(relation, change);
        }
    }

    private static void dropType(QualifiedName type, boolean cascade, Model model) {
        model.remove(ObjectKey.type(type));
        if (!cascade) {
            return;
        }
        Cascades.routines(type, model);
        Cascades.views(type.name(), model.schema().views(), model);
        Cascades.bodies(type.name(), model);
        Cascades.mentions(type.name(), model);
        Cascades.expressions(type.name(), model);
        for (SchemaObject.Type other : model.schema().types()) {
            if (!other.name().equals(type) && other.parts().stream().anyMatch(part -> isOf(part, type))) {
                dropPart(other, type, model);
            }
        }
        for (Table table : model.schema().tables()) {
            if (type.equals(table.ofType())) {
                model.dropRelation(table.name(), true);
            } else {
                dropColumns(table, column -> isOf(column.type(), type), model);
            }
        }
    }

    /** A table goes with the column that it is partitioned by. */
    private static void dropColumns(Table table, Predicate<Table.Column> gone, Model model) {
        for (Table.Column column : table.columns().all()) {
            boolean isKey = table.isPartitioned()
                    && TreeNames.all(Objects.requireNonNull(table.partitionBy()))
                            .contains(column.name());
            if (gone.test(column) && isKey) {
                model.dropRelation(table.name(), true);
            } else if (gone.test(column)) {
                model.change(table.name(), t -> TableChanges.dropColumn(t, column.name(), model));
            }
        }
    }

    /** A domain goes with its type, a composite type loses an attribute. */
    private static void dropPart(SchemaObject.Type other, QualifiedName type, Model model) {
        if (other.kind() == TypeKind.COMPOSITE) {
            TypeChanges.withoutAttributes(other, type, model);
        } else {
            dropType(other.name(), true, model);
        }
    }

    static boolean isOf(@Nullable ColumnType column, QualifiedName type) {
        return column != null
                && column.name().name().equals(type.name())
                && (column.name().schemaOrNull() == null
                        || column.name().schemaOrNull().equals(type.schemaOrNull()));
    }

    private static void dropCollated(QualifiedName collation, Model model) {
        for (SchemaObject.TableOrView relation : model.schema().relationsNaming(collation.name())) {
            model.schema()
                    .table(relation.name())
                    .ifPresent(table -> model.doubting(() -> dropColumns(
                            table,
                            column -> column.collation() != null
                                    && column.collation().name().equals(collation.name()),
                            model)));
        }
    }

    private static boolean isOfOne(@Nullable ColumnType column, Set<QualifiedName> types, Schema schema) {
        return column != null && types.contains(schema.resolveType(column.name()));
    }

    private static void dropRoutine(ObjectReference object, boolean cascade, Model model) {
        QualifiedName name = object.name().qualified();
        String signature = Signatures.of(object);
        RoutineLookup lookup = RoutineLookup.of(object, model.schema());
        if (lookup.isRefused(object.type())) {
            return;
        }
        if (lookup.outcome() == RoutineLookup.Outcome.FOUND || signature == null) {
            lookup.routines().forEach(routine -> remove(routine, model));
        }
        if (signature != null) {
            model.remove(ObjectKey.routine(model.schema().resolveRoutine(name, signature), signature));
        } else if (model.schema().routines(name).isEmpty()) {
            model.remove(ObjectKey.routine(model.target(object.name()), ""));
        }
        if (cascade) {
            QualifiedName resolved = name.inSchema(model.schema().searchPath().get(0));
            Cascades.policies(name.name(), model);
            Cascades.bodies(name.name(), model);
            Cascades.views(name.name(), model.schema().views(), model);
            Cascades.expressions(name.name(), model);
            Cascades.triggers(resolved, model);
        }
    }

    private static void remove(Routine routine, Model model) {
        model.remove(ObjectKey.routine(routine.name(), routine.signature()));
    }

    /** With CASCADE everything in it goes; without, the schema was empty, whatever the files said. */
    private static void dropSchema(String schema, Model model) {
        model.remove(ObjectKey.schema(schema));
        Set<QualifiedName> types = new HashSet<>();
        for (SchemaObject object : model.timeline()
                .all(key -> schema.equals(key.schema()), model.timeline().now())) {
            if (object instanceof SchemaObject.Relation) {
                model.dropRelation(object.name(), true);
            } else if (object instanceof Routine routine) {
                remove(routine, model);
                Cascades.policies(routine.name().name(), model);
                Cascades.expressions(routine.name().name(), model);
                Cascades.triggers(routine.name(), model);
            } else if (object instanceof SchemaObject.Type) {
                model.remove(new ObjectKey(Space.TYPE, schema, object.name().name(), null));
                types.add(object.name());
            } else if (object instanceof SchemaObject.Other other) {
                model.remove(Schema.otherKey(other.kind(), other.name()));
            }
        }
        if (!types.isEmpty()) {
            for (Table table : model.schema().tables()) {
                dropColumns(table, column -> isOfOne(column.type(), types, model.schema()), model);
            }
        }
        for (SchemaObject.Other extension : model.schema().others(ObjectType.EXTENSION)) {
            if (extension.details().contains(schema)) {
                model.remove(Schema.otherKey(extension.kind(), extension.name()));
            }
        }
        Grants.forgetDefaults(schema, model);
    }
}
