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
        inside.stream().filter(SchemaObject.Index.class::isInstance).forEach(index -> relation(index, to, model));
        for (SchemaObject object : inside) {
            QualifiedName moved = QualifiedName.of(to, object.name().name());
            if (object instanceof SchemaObject.Relation && !(object instanceof SchemaObject.Index)) {
                relation(object, to, model);
            } else if (object instanceof SchemaObject.Type type) {
                Renames.moveType(type.name(), moved, model);
            } else if (object instanceof SchemaObject.Routine routine) {
                Renames.moveRoutine(routine, moved, model);
            }
        }
        Grants.moveDefaults(from, to, model);
    }

    private static void relation(SchemaObject object, String to, Model model) {
        ObjectType type = ((SchemaObject.Relation) object).dropType().orElse(ObjectType.TABLE);
        Renames.moveRelation(
                type, object.name(), QualifiedName.of(to, object.name().name()), model);
    }
}
