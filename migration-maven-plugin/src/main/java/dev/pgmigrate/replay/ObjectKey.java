package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes an object the same object: the catalog that it is in, its schema where it has one, its name, and for a
 * routine its argument types.
 */
record ObjectKey(
        Space space,
        @Nullable String schema,
        String name,
        @Nullable String detail) {
    /** The name spaces; tables, views, indexes and sequences share one (PostgreSQL manual, 51.11 "pg_class"). */
    enum Space {
        RELATION,
        TYPE,
        ROUTINE,
        SCHEMA,
        OTHER
    }

    /** Written out, because what a record brings is slow until the JVM is warm, and every look-up asks. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectKey key
                && space == key.space
                && name.equals(key.name)
                && Objects.equals(schema, key.schema)
                && Objects.equals(detail, key.detail);
    }

    @Override
    public int hashCode() {
        return (name.hashCode() * 31 + Objects.hashCode(schema)) * 31 + Objects.hashCode(detail);
    }

    static ObjectKey relation(QualifiedName name) {
        return new ObjectKey(Space.RELATION, name.schemaOrNull(), name.name(), null);
    }

    static ObjectKey type(QualifiedName name) {
        return new ObjectKey(Space.TYPE, name.schemaOrNull(), name.name(), null);
    }

    static ObjectKey routine(QualifiedName name, String signature) {
        return new ObjectKey(Space.ROUTINE, name.schemaOrNull(), name.name(), signature);
    }

    static ObjectKey schema(String name) {
        return new ObjectKey(Space.SCHEMA, null, name, null);
    }

    /** An object of a kind that needs no more than its name; {@code kind} keeps the kinds apart. */
    static ObjectKey other(String kind, QualifiedName name) {
        return new ObjectKey(Space.OTHER, name.schemaOrNull(), name.name(), kind);
    }
}
