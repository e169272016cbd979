package dev.pgmigrate.apply.repair;

import dev.pgmigrate.migration.RequiredObject;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from statements which objects exist after them and which do not; leaves out those that cannot be looked up. */
final class ExpectedObjects {
    private final Map<RequiredObject, Boolean> there = new LinkedHashMap<>();

    private ExpectedObjects() {}

    /** Returns the objects that {@code statements} leave behind (true) or remove (false). */
    static Map<RequiredObject, Boolean> after(List<Statement> statements) {
        ExpectedObjects expected = new ExpectedObjects();
        statements.forEach(expected::add);
        return expected.there;
    }

    private void add(Statement statement) {
        if (statement instanceof Making making && !making.temporary()) {
            ObjectReference made = making.made();
            if (made != null) {
                object(made, making.table()).ifPresent(object -> there.put(object, true));
            }
        } else if (statement instanceof DropStatement drop) {
            drop.objects().forEach(object -> object(object, null).ifPresent(found -> there.put(found, false)));
        } else if (statement instanceof TableStatement.AlterTable alter) {
            alter.actions().forEach(action -> add(alter.name(), action));
        } else if (statement instanceof ObjectStatement.Rename rename) {
            renamed(rename);
        }
    }

    private void add(ObjectName table, AlterTableAction action) {
        if (action instanceof AlterTableAction.AddColumn add) {
            put(RequiredObject.Type.COLUMN, table, add.column().name(), true);
        } else if (action instanceof AlterTableAction.DropColumn drop) {
            put(RequiredObject.Type.COLUMN, table, drop.name(), false);
        } else if (action instanceof AlterTableAction.DropConstraint drop) {
            put(RequiredObject.Type.CONSTRAINT, table, drop.name(), false);
        } else if (action instanceof AlterTableAction.AddConstraint add
                && add.constraint().name() != null) {
            put(RequiredObject.Type.CONSTRAINT, table, add.constraint().name(), true);
        }
    }

    private void renamed(ObjectStatement.Rename rename) {
        ObjectReference object = rename.object();
        ObjectName parent = object.parent();
        if (object.type() == ObjectType.COLUMN && parent != null) {
            put(RequiredObject.Type.COLUMN, parent, object.name().last(), false);
            put(RequiredObject.Type.COLUMN, parent, rename.newName(), true);
        } else {
            object(object, null).ifPresent(old -> {
                there.put(old, false);
                List<String> name = new ArrayList<>(old.name());
                name.set(name.size() - 1, rename.newName().text());
                there.put(new RequiredObject(old.type(), name), true);
            });
        }
    }

    private void put(RequiredObject.Type type, ObjectName table, Name part, boolean isThere) {
        List<String> name = names(table);
        name.add(part.text());
        there.put(new RequiredObject(type, name), isThere);
    }

    private static Optional<RequiredObject> object(ObjectReference reference, @Nullable ObjectName table) {
        RequiredObject.Type type = type(reference.type());
        if (type == null) {
            return Optional.empty();
        }
        List<String> name = new ArrayList<>();
        if (type == RequiredObject.Type.TRIGGER || type == RequiredObject.Type.POLICY) {
            ObjectName parent = reference.parent() == null ? table : reference.parent();
            if (parent == null) {
                return Optional.empty();
            }
            name.addAll(names(parent));
            name.add(reference.name().last().text());
        } else {
            name.addAll(names(reference.name()));
            Name schema = table == null ? null : table.schema();
            if (type == RequiredObject.Type.INDEX && name.size() == 1 && schema != null) {
                name.add(0, schema.text()); // An index is in the schema of its table (manual, CREATE INDEX).
            }
        }
        return Optional.of(new RequiredObject(type, name));
    }

    private static List<String> names(ObjectName name) {
        List<String> names = new ArrayList<>();
        Name schema = name.schema();
        if (schema != null) {
            names.add(schema.text());
        }
        names.add(name.last().text());
        return names;
    }

    private static RequiredObject.@Nullable Type type(ObjectType type) {
        return switch (type) {
            case SCHEMA -> RequiredObject.Type.SCHEMA;
            case EXTENSION -> RequiredObject.Type.EXTENSION;
            case ROLE -> RequiredObject.Type.ROLE;
            case TABLE, FOREIGN_TABLE -> RequiredObject.Type.TABLE;
            case VIEW, MATERIALIZED_VIEW -> RequiredObject.Type.VIEW;
            case SEQUENCE -> RequiredObject.Type.SEQUENCE;
            case INDEX -> RequiredObject.Type.INDEX;
            case TYPE, DOMAIN -> RequiredObject.Type.TYPE;
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> RequiredObject.Type.FUNCTION;
            case TRIGGER -> RequiredObject.Type.TRIGGER;
            case POLICY -> RequiredObject.Type.POLICY;
            default -> null;
        };
    }
}
