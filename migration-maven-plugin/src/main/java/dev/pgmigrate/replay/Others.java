package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.SchemaStatement;
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
        if (made != null) {
            create(making, made, Set.of(), model);
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
        Name name = written == null && owner != null ? owner.name() : written;
        if (name != null) {
            createSchema(name.text(), statement.ifNotExists(), model);
            statement.elements().forEach(element -> Changes.apply(element, model.in(name.text())));
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
            QualifiedName moved = QualifiedName.of(to, from.name());
            model.remove(Schema.otherKey(kind, from));
            model.timeline()
                    .put(Schema.otherKey(kind, moved), new SchemaObject.Other(moved, kind, Set.of(), model.origin()));
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
