package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.ForeignDataStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.OperatorStatement;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatisticsStatement;
import dev.pgmigrate.sql.ast.TriggerStatement;
import java.util.Set;

/** Replays the making of objects that are known by nothing but their name. */
final class Others {
    private static final Set<ObjectType> IN_SCHEMAS = Set.of(
            ObjectType.COLLATION,
            ObjectType.CONVERSION,
            ObjectType.OPERATOR,
            ObjectType.OPERATOR_CLASS,
            ObjectType.OPERATOR_FAMILY,
            ObjectType.STATISTICS,
            ObjectType.TEXT_SEARCH_CONFIGURATION,
            ObjectType.TEXT_SEARCH_DICTIONARY,
            ObjectType.TEXT_SEARCH_PARSER,
            ObjectType.TEXT_SEARCH_TEMPLATE);

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
        return IN_SCHEMAS.contains(object.type())
                ? schema.resolve(
                        full, candidate -> Schema.otherKey(object.type().words(), candidate))
                : full;
    }

    static void create(Statement statement, Model model) {
        if (statement instanceof SchemaStatement schema) {
            schema(schema, model);
        } else if (statement instanceof RoleStatement.CreateRole role) {
            named(ObjectType.ROLE, role.name(), false, model);
        } else if (statement instanceof ForeignDataStatement foreign) {
            foreign(foreign, model);
        } else if (statement instanceof StatisticsStatement.CreateStatistics statistics && statistics.name() != null) {
            Creations.named(
                    ObjectType.STATISTICS, model.target(statistics.name()), statistics.ifNotExists(), Set.of(), model);
        } else if (statement instanceof TriggerStatement.CreateEventTrigger trigger) {
            named(ObjectType.EVENT_TRIGGER, trigger.name(), false, model);
        } else if (statement instanceof OperatorStatement operator) {
            operator(operator, model);
        }
    }

    private static void schema(SchemaStatement statement, Model model) {
        if (statement instanceof SchemaStatement.CreateExtension extension) {
            Name schema = extension.schema();
            Creations.named(
                    ObjectType.EXTENSION,
                    QualifiedName.of(extension.name().text()),
                    extension.ifNotExists(),
                    Set.of(schema == null ? model.schema().searchPath().get(0) : schema.text()),
                    model);
        } else if (statement instanceof SchemaStatement.CreateSchema create) {
            Name written = create.name();
            String name = written != null
                    ? written.text()
                    : create.owner() == null ? "" : create.owner().name().text();
            Creations.schema(name, create.ifNotExists(), model);
            create.elements().forEach(element -> Changes.apply(element, model.in(name)));
        }
    }

    private static void foreign(ForeignDataStatement statement, Model model) {
        if (statement instanceof ForeignDataStatement.CreateFdw fdw) {
            named(ObjectType.FOREIGN_DATA_WRAPPER, fdw.name(), false, model);
        } else if (statement instanceof ForeignDataStatement.CreateServer server) {
            named(ObjectType.FOREIGN_SERVER, server.name(), server.ifNotExists(), model);
        } else if (statement instanceof ForeignDataStatement.CreateUserMapping mapping) {
            String name = mapping.user().name().text() + " " + mapping.server().text();
            Creations.named(ObjectType.USER_MAPPING, QualifiedName.of(name), mapping.ifNotExists(), Set.of(), model);
        }
    }

    private static void operator(OperatorStatement statement, Model model) {
        if (statement instanceof OperatorStatement.CreateLanguage language) {
            named(ObjectType.LANGUAGE, language.name(), language.orReplace(), model);
        } else if (statement instanceof OperatorStatement.CreateAccessMethod method) {
            named(ObjectType.ACCESS_METHOD, method.name(), false, model);
        } else if (statement instanceof OperatorStatement.CreateConversion conversion) {
            Creations.named(ObjectType.CONVERSION, model.target(conversion.name()), false, Set.of(), model);
        } else if (statement instanceof OperatorStatement.CreateCast cast) {
            String types = ColumnType.of(cast.source()).plain() + "("
                    + ColumnType.of(cast.target()).plain() + ")";
            Creations.named(ObjectType.CAST, QualifiedName.of(types), false, Set.of(), model);
        } else if (statement instanceof OperatorStatement.CreateOpClass opClass) {
            QualifiedName name = withMethod(model.target(opClass.name()), opClass.accessMethod());
            Creations.named(ObjectType.OPERATOR_CLASS, name, false, Set.of(), model);
        } else if (statement instanceof OperatorStatement.CreateOpFamily family) {
            QualifiedName name = withMethod(model.target(family.name()), family.accessMethod());
            Creations.named(ObjectType.OPERATOR_FAMILY, name, false, Set.of(), model);
        }
    }

    /** Classes and families of one name may be there for several access methods. */
    static QualifiedName withMethod(QualifiedName name, Name accessMethod) {
        return new QualifiedName(name.schemaOrNull(), name.name() + " " + accessMethod.text());
    }

    /** {@code SET SCHEMA} of what lives in a schema. */
    static void move(ObjectReference object, String to, Model model) {
        if (IN_SCHEMAS.contains(object.type())) {
            String kind = object.type().words();
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
            String kind = ObjectType.EXTENSION.words();
            model.timeline()
                    .put(Schema.otherKey(kind, key), new SchemaObject.Other(key, kind, Set.of(schema), model.origin()));
        }
    }

    private static void named(ObjectType type, Name name, boolean ifNotExists, Model model) {
        Creations.named(type, QualifiedName.of(name.text()), ifNotExists, Set.of(), model);
    }
}
