package dev.pgmigrate.postgres;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a database object, with its schema where one is known; folded as the server keeps it.
 *
 * @param schemaOrNull the schema, or null where the name stands alone
 * @param name the object's own name
 */
public record QualifiedName(@Nullable String schemaOrNull, String name) {
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    public static QualifiedName of(String schema, String name) {
        return new QualifiedName(schema, name);
    }

    /** Written out, because what a record brings is slow until the JVM is warm, and every look-up asks. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QualifiedName qualified
                && name.equals(qualified.name)
                && Objects.equals(schemaOrNull, qualified.schemaOrNull);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Objects.hashCode(schemaOrNull);
    }

    public Optional<String> schema() {
        return Optional.ofNullable(schemaOrNull);
    }

    /** Returns this name, in {@code schema} where it has none of its own. */
    public QualifiedName inSchema(String schema) {
        return schemaOrNull == null ? new QualifiedName(schema, name) : this;
    }

    /** Returns the name as SQL text, quoted where it has to be. */
    public String sql() {
        return schemaOrNull == null
                ? Identifier.quoteIdent(name)
                : Identifier.quoteIdent(schemaOrNull) + "." + Identifier.quoteIdent(name);
    }

    /** Returns the name as SQL text, every part of it quoted, so that a reserved word is a name as well. */
    public String quoted() {
        return schemaOrNull == null ? quote(name) : quote(schemaOrNull) + "." + quote(name);
    }

    private static String quote(String part) {
        return '"' + part.replace("\"", "\"\"") + '"';
    }

    /** Returns the name as people read it: {@code public.users}, unquoted. */
    @Override
    public String toString() {
        return schemaOrNull == null ? name : schemaOrNull + "." + name;
    }
}
