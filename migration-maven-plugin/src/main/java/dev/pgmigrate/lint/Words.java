package dev.pgmigrate.lint;

import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;

/** How messages name what they are about: {@code policy `readers` on `public.notes`}. */
public final class Words {
    private Words() {}

    public static String of(ObjectReference object) {
        ObjectName parent = object.parent();
        String own = object.type().words() + " `" + object.name() + "`";
        return parent == null ? own : own + " on `" + parent + "`";
    }

    public static String of(ObjectType type, String name) {
        return type.words() + " `" + name + "`";
    }
}
