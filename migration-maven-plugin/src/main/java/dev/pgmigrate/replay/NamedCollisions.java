package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.ForeignDataStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.OperatorStatement;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatisticsStatement.CreateStatistics;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateEventTrigger;

/** The collisions of objects of which only the name is kept. */
final class NamedCollisions {
    private NamedCollisions() {}

    static void look(Statement statement, Collisions collisions) {
        if (statement instanceof SchemaStatement.CreateSchema create && !create.ifNotExists()) {
            Name name = create.name();
            if (name != null && collisions.schema().schemaPresence(name.text()).isPresent()) {
                collisions.add(ObjectType.SCHEMA, name.text(), SqlState.DUPLICATE_SCHEMA, name.range());
            }
        } else if (statement instanceof SchemaStatement.CreateExtension create && !create.ifNotExists()) {
            named(ObjectType.EXTENSION, create.name(), collisions);
        } else if (statement instanceof RoleStatement.CreateRole create) {
            named(ObjectType.ROLE, create.name(), collisions);
        } else if (statement instanceof PublicationStatement.CreatePublication create) {
            named(ObjectType.PUBLICATION, create.name(), collisions);
        } else if (statement instanceof PublicationStatement.CreateSubscription create) {
            named(ObjectType.SUBSCRIPTION, create.name(), collisions);
        } else if (statement instanceof CreateEventTrigger create) {
            named(ObjectType.EVENT_TRIGGER, create.name(), collisions);
        } else if (statement instanceof CreateStatistics create && !create.ifNotExists()) {
            ObjectName name = create.name();
            if (name != null) {
                collisions.named(ObjectType.STATISTICS, collisions.target(name), name.toString(), name.range());
            }
        } else if (statement instanceof ForeignDataStatement foreign) {
            foreign(foreign, collisions);
        } else if (statement instanceof OperatorStatement operator) {
            operator(operator, collisions);
        }
    }

    private static void foreign(ForeignDataStatement statement, Collisions collisions) {
        if (statement instanceof ForeignDataStatement.CreateFdw create) {
            named(ObjectType.FOREIGN_DATA_WRAPPER, create.name(), collisions);
        } else if (statement instanceof ForeignDataStatement.CreateServer create && !create.ifNotExists()) {
            named(ObjectType.FOREIGN_SERVER, create.name(), collisions);
        } else if (statement instanceof ForeignDataStatement.CreateUserMapping create && !create.ifNotExists()) {
            String name = create.user().name().text() + " " + create.server().text();
            collisions.named(ObjectType.USER_MAPPING, QualifiedName.of(name), name, create.mapped());
        }
    }

    private static void operator(OperatorStatement statement, Collisions collisions) {
        if (statement instanceof OperatorStatement.CreateLanguage create && !create.orReplace()) {
            named(ObjectType.LANGUAGE, create.name(), collisions);
        } else if (statement instanceof OperatorStatement.CreateAccessMethod create) {
            named(ObjectType.ACCESS_METHOD, create.name(), collisions);
        } else if (statement instanceof OperatorStatement.CreateConversion create) {
            ObjectName name = create.name();
            collisions.named(ObjectType.CONVERSION, collisions.target(name), name.toString(), name.range());
        } else if (statement instanceof OperatorStatement.CreateCast create) {
            String from = ColumnType.of(create.source()).plain();
            String to = ColumnType.of(create.target()).plain();
            collisions.named(
                    ObjectType.CAST,
                    QualifiedName.of(from + "(" + to + ")"),
                    "(" + from + " AS " + to + ")",
                    create.source().range());
        } else if (statement instanceof OperatorStatement.CreateOpClass create) {
            ofMethod(ObjectType.OPERATOR_CLASS, create.name(), create.accessMethod(), collisions);
        } else if (statement instanceof OperatorStatement.CreateOpFamily create) {
            ofMethod(ObjectType.OPERATOR_FAMILY, create.name(), create.accessMethod(), collisions);
        }
    }

    private static void ofMethod(ObjectType type, ObjectName name, Name method, Collisions collisions) {
        QualifiedName kept = Others.withMethod(collisions.target(name), method);
        collisions.named(type, kept, name.toString(), name.range());
    }

    private static void named(ObjectType type, Name name, Collisions collisions) {
        collisions.named(type, QualifiedName.of(name.text()), name.text(), name.range());
    }
}
