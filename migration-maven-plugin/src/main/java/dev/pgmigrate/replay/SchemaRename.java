package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.List;

/** Replays {@code ALTER SCHEMA … RENAME}: all that is in the schema comes along. */
final class SchemaRename {
    private SchemaRename() {}

    static void rename(String from, String to, Model model) {
        List<SchemaObject> inside = model.timeline()
                .all(key -> from.equals(key.schema()), model.timeline().now());
        model.remove(ObjectKey.schema(from));
        Others.createSchema(to, false, model);
        // An index looks for its table, and goes on the table's word afterwards.
        for (SchemaObject object : inside) {
            if (object instanceof SchemaObject.Index) {
                model.doubtingIf(isInDoubt(object, model.schema().certain()), () -> relation(object, to, model));
            }
        }
        for (SchemaObject object : inside) {
            model.doubtingIf(isInDoubt(object, model.schema().certain()), () -> move(object, to, model));
        }
        Grants.moveDefaults(from, to, model);
    }

    private static void move(SchemaObject object, String to, Model model) {
        QualifiedName moved = QualifiedName.of(to, object.name().name());
        if (object instanceof SchemaObject.Relation && !(object instanceof SchemaObject.Index)) {
            relation(object, to, model);
        } else if (object instanceof SchemaObject.Type type) {
            Renames.moveType(type.name(), moved, model);
        } else if (object instanceof SchemaObject.Routine routine) {
            Renames.moveRoutine(routine, moved, model);
        }
    }

    /** That the schema has another name does not say that all of it is there. */
    private static boolean isInDoubt(SchemaObject object, Schema certain) {
        if (object instanceof SchemaObject.Relation) {
            return certain.relation(object.name()).isEmpty();
        }
        return object instanceof SchemaObject.Type
                ? certain.type(object.name()).isEmpty()
                : object instanceof SchemaObject.Routine routine
                        && !certain.routines(routine.name()).contains(routine);
    }

    private static void relation(SchemaObject object, String to, Model model) {
        ObjectType type = ((SchemaObject.Relation) object).dropType().orElse(ObjectType.TABLE);
        Renames.moveRelation(
                type, object.name(), QualifiedName.of(to, object.name().name()), model);
    }
}
