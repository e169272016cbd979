package dev.pgmigrate.sql.ast;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a database object as it is written, of one to three parts: any_name and qualified_name of the grammar.
 *
 * @param parts the identifiers between the dots, at least one
 */
public record ObjectName(List<Name> parts, SourceRange range) implements Node {
    public ObjectName {
        parts = List.copyOf(parts);
    }

    /** Returns a name of one part. */
    public static ObjectName of(Name name) {
        return new ObjectName(List.of(name), name.range());
    }

    /** Returns the same name in a schema that is not written, or is another than the one that is. */
    public ObjectName in(String schema) {
        return new ObjectName(List.of(new Name(schema, range), last()), range);
    }

    /** Returns the object's own name: the last part. */
    public Name last() {
        return parts.get(parts.size() - 1);
    }

    /** Returns the schema that is written, or null. */
    public @Nullable Name schema() {
        return parts.size() < 2 ? null : parts.get(parts.size() - 2);
    }

    /** Returns schema and name; a database in front of them is left out. */
    public QualifiedName qualified() {
        Name schema = schema();
        return schema == null ? QualifiedName.of(last().text()) : QualifiedName.of(schema.text(), last().text());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Name part : parts) {
            text.append(text.length() == 0 ? "" : ".").append(part.text());
        }
        return text.toString();
    }
}
