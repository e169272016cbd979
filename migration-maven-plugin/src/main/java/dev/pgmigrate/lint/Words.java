package dev.pgmigrate.lint;

import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;

/** The names of objects in messages: {@code policy `readers` on `public.notes`}. */
public final class Words {
    private Words() {}

    public static String of(ObjectReference object) {
        ObjectName parent = object.parent();
        String own = object.type().words() + " `" + object.name() + "`";
        return parent == null ? own : own + " on `" + parent + "`";
    }

    /** Returns the name of an index, or where it is created if it has none; without backticks. */
    public static String of(CreateIndex index) {
        return index.name() == null
                ? "index on " + index.table().qualified()
                : index.name().text();
    }

    public static String of(ObjectType type, String name) {
        return type.words() + " `" + name + "`";
    }
}
