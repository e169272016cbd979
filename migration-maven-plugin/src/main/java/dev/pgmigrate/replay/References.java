package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import java.util.function.Function;

/** Looks up what a statement names, whatever kind of object it is. */
final class References {
    private References() {}

    static Presence presence(ObjectReference object, Schema schema) {
        QualifiedName name = object.name().qualified();
        String own = name.name();
        return switch (object.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> schema.relationPresence(name);
            case TYPE, DOMAIN -> schema.typePresence(name);
            case SCHEMA -> schema.schemaPresence(own);
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> routine(object, schema);
            case COLUMN -> ofWritable(object, schema, relation -> relation.columnPresence(own));
            case ATTRIBUTE -> ofType(object, schema, type -> type.label(own));
            case TABLE_CONSTRAINT -> of(object, schema, table -> table.constraintPresence(own));
            case DOMAIN_CONSTRAINT -> ofType(object, schema, domain -> domain.constraintPresence(own));
            case TRIGGER -> ofWritable(object, schema, relation -> relation.triggerPresence(own));
            case POLICY -> of(object, schema, table -> table.policyPresence(own));
            case RULE -> ofWritable(object, schema, relation -> relation.rulePresence(own));
            default -> schema.presence(object.type(), Others.name(object, schema));
        };
    }

    private static Presence of(ObjectReference object, Schema schema, Function<Table, Presence> part) {
        return ofWritable(
                object, schema, relation -> relation instanceof Table table ? part.apply(table) : Presence.UNKNOWN);
    }

    private static Presence ofWritable(ObjectReference object, Schema schema, Function<TableOrView, Presence> part) {
        ObjectName parent = object.parent();
        if (parent == null) {
            return Presence.UNKNOWN;
        }
        QualifiedName relation = parent.qualified();
        if (schema.relationPresence(relation).isAbsent()) {
            return Presence.ABSENT;
        }
        return schema.tableOrView(relation).map(part).orElse(Presence.UNKNOWN);
    }

    private static Presence ofType(ObjectReference object, Schema schema, Function<SchemaObject.Type, Presence> part) {
        ObjectName parent = object.parent();
        return parent == null
                ? Presence.UNKNOWN
                : schema.type(parent.qualified()).map(part).orElse(Presence.UNKNOWN);
    }

    private static Presence routine(ObjectReference object, Schema schema) {
        QualifiedName name = object.name().qualified();
        String signature = Signatures.of(object);
        if (signature != null) {
            return schema.routinePresence(name, signature);
        }
        if (!schema.routines(name).isEmpty()) {
            return Presence.PRESENT;
        }
        return schema.routinePresence(name, "");
    }
}
