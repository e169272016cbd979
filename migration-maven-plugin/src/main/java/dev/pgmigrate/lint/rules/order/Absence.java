package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;

/** Whether something is known to be gone wherever its name is looked up. */
final class Absence {
    /** In every search path, whether written there or not (manual, 5.10.5 "The System Catalog Schema"). */
    private static final String SYSTEM = "pg_catalog";

    private Absence() {}

    static boolean ofRelation(QualifiedName name, Schema schema) {
        if (name.schemaOrNull() != null) {
            return schema.relationPresence(name).isAbsent();
        }
        if (!schema.relationPresence(name).isAbsent()) {
            // A table of the session hides all others of its name.
            return false;
        }
        for (String path : schema.searchPath()) {
            if (!schema.relationPresence(name.inSchema(path)).isAbsent()) {
                return false;
            }
        }
        return !schema.relationPresence(name.inSchema(SYSTEM)).isPresent();
    }

    static boolean ofType(QualifiedName name, Schema schema) {
        if (name.schemaOrNull() != null) {
            return schema.typePresence(name).isAbsent();
        }
        return schema.searchPath().stream()
                .allMatch(path -> schema.typePresence(name.inSchema(path)).isAbsent());
    }

    /** Returns whether the routine without arguments of that name is gone. */
    static boolean ofRoutine(QualifiedName name, Schema schema) {
        if (name.schemaOrNull() != null) {
            return schema.routinePresence(name, "").isAbsent();
        }
        for (String path : schema.searchPath()) {
            if (!schema.routinePresence(name.inSchema(path), "").isAbsent()) {
                return false;
            }
        }
        return true;
    }
}
