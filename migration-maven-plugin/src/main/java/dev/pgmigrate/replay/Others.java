package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.RoleStatement.CreateRole;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.StatisticsStatement.CreateStatistics;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Replays the making of objects that are known by nothing but their name. */
final class Others {
    private Others() {}

    /** Returns the name under which {@link Creations#named} keeps an object that a {@code DROP} names. */
    static QualifiedName name(ObjectReference object, Schema schema) {
        QualifiedName name = object.name().qualified();
        String text = name.name();
        if (object.type() == ObjectType.CAST || object.type() == ObjectType.OPERATOR) {
            text = text + "(" + Signatures.of(object) + ")";
        }
        ObjectName parent = object.parent();
        if (parent != null) {
            text = text + " " + parent.last().text();
        }
        QualifiedName full = new QualifiedName(name.schemaOrNull(), text);
        return object.type().isInSchema()
                ? schema.resolve(full, candidate -> Schema.otherKey(object.type(), candidate))
                : full;
    }

    static void create(Making making, Model model) {
        ObjectReference made = making.made();
        if (made != null && making instanceof CreateStatistics statistics) {
            createStatistics(statistics, made, model);
        } else if (made != null && making instanceof CreateRole role) {
            create(making, made, RelationRights.details(role), model);
            RelationRights.members(role, model);
        } else if (made != null) {
            create(making, made, Set.of(), model);
        }
    }

    private static void createStatistics(CreateStatistics statement, ObjectReference made, Model model) {
        Schema schema = model.schema();
        Set<String> details = new LinkedHashSet<>();
        IndexChanges.columns(statement.elements()).forEach(details::add);
        for (Node from : statement.from()) {
            if (from instanceof FromItem.RangeVar table) {
                details.add(schema.resolve(table.name()).toString());
            }
        }
        create(statement, made, Collections.unmodifiableSet(details), model);
        ObjectKey key = Schema.otherKey(made.type(), name(schema.target(statement, made), schema));
        for (Node from : statement.from()) {
            if (from instanceof FromItem.RangeVar table) {
                model.timeline().link(Topics.statisticsOf(schema.resolve(table.name())), key);
            }
        }
    }

    /** Notes what {@code making} makes and what it holds, see {@link SchemaObject.Other}. */
    static void create(Making making, ObjectReference made, Set<String> details, Model model) {
        Schema schema = model.schema();
        QualifiedName name = name(schema.target(making, made), schema);
        ObjectKey key = Schema.otherKey(made.type(), name);
        if (model.makes(key, making)) {
            model.timeline().put(key, new SchemaObject.Other(name, made.type(), details, model.origin()));
        }
    }

    static void create(SchemaStatement statement, Model model) {
        if (statement instanceof SchemaStatement.CreateExtension extension) {
            createExtension(extension, model);
        } else if (statement instanceof SchemaStatement.CreateSchema schema) {
            createSchema(schema, model);
        }
    }

    private static void createExtension(SchemaStatement.CreateExtension statement, Model model) {
        Name schema = statement.schema();
        String home = schema == null ? model.schema().searchPath().get(0) : schema.text();
        create(statement, statement.made(), Set.of(home), model);
    }

    private static void createSchema(SchemaStatement.CreateSchema statement, Model model) {
        Name written = statement.name();
        RoleSpec owner = statement.owner();
        Name name = written;
        if (written == null && owner != null && owner.kind() == RoleSpec.Kind.NAMED) {
            name = owner.name();
        }
        if (name != null) {
            createSchema(name.text(), statement.ifNotExists(), model);
            Model inside = model.in(name.text());
            statement.elements().forEach(element -> Changes.apply(element, inside));
        }
    }

    static void createSchema(String name, boolean ifNotExists, Model model) {
        ObjectKey key = ObjectKey.schema(name);
        if (model.makes(key, ifNotExists)) {
            model.timeline()
                    .put(
                            key,
                            new SchemaObject.Other(
                                    QualifiedName.of(name), ObjectType.SCHEMA, Set.of(), model.origin()));
        }
    }

    /** {@code SET SCHEMA} of what lives in a schema. */
    static void move(ObjectReference object, String to, Model model) {
        if (object.type().isInSchema()) {
            ObjectType kind = object.type();
            QualifiedName from = name(object, model.schema());
            move(kind, from, QualifiedName.of(to, from.name()), model);
        }
    }

    /** Gives an object another name; what it holds stays. */
    static void move(ObjectType kind, QualifiedName from, QualifiedName to, Model model) {
        Set<String> details = model.schema()
                .other(kind, from)
                .map(SchemaObject.Other::details)
                .orElse(Set.of());
        model.remove(Schema.otherKey(kind, from));
        ObjectKey key = Schema.otherKey(kind, to);
        model.timeline().put(key, new SchemaObject.Other(to, kind, details, model.origin()));
        if (kind == ObjectType.STATISTICS) {
            details.forEach(table -> model.timeline().link(Topics.STATISTICS + table, key));
        }
    }

    /** {@code ALTER EXTENSION … SET SCHEMA}. */
    static void moveExtension(String name, String schema, Model model) {
        QualifiedName key = QualifiedName.of(name);
        if (model.schema().other(ObjectType.EXTENSION, key).isPresent()) {
            ObjectType kind = ObjectType.EXTENSION;
            model.timeline()
                    .put(Schema.otherKey(kind, key), new SchemaObject.Other(key, kind, Set.of(schema), model.origin()));
        }
    }
}
