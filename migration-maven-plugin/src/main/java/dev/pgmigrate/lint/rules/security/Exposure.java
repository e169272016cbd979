package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.postgres.QualifiedName;

/** Tells what the callers of an API over the database reach at the end of all files. */
final class Exposure {
    /** Who calls without logging in; Supabase grants it all that is made in {@code public}. */
    static final String ANYBODY = "anon";

    /** Who has logged in, and is granted the same. */
    static final String USERS = "authenticated";

    private Exposure() {}

    /** Returns whether the API serves the schema of {@code object}. */
    static boolean isServed(QualifiedName object, FolderContext context) {
        return context.settings().exposedSchemas().contains(object.schema().orElse("public"));
    }

    /** Returns whether the API serves {@code relation}, and not both kinds of caller have lost the right to read it. */
    static boolean isReadable(QualifiedName relation, FolderContext context) {
        return isServed(relation, context)
                && !(context.end().mayRead(relation, ANYBODY).isAbsent()
                        && context.end().mayRead(relation, USERS).isAbsent());
    }
}
