package dev.pgmigrate.proof.observe;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table with row-level security.
 *
 * @param name its name
 * @param columnOrNull its first column, or null if it has none
 */
public record ProtectedTable(QualifiedName name, @Nullable String columnOrNull) {
    private static final String QUERY = """
        SELECT n.nspname, c.relname, (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid
            AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum LIMIT 1)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relrowsecurity AND c.relpersistence <> 't' AND c.oid = ANY (?::oid[]) ORDER BY 1, 2""";

    public Optional<String> column() {
        return Optional.ofNullable(columnOrNull);
    }

    /** Returns those of {@code relations} that have row-level security. */
    public static List<ProtectedTable> among(ServerConnection connection, Collection<Long> relations) {
        return relations.isEmpty()
                ? List.of()
                : connection
                        .ours()
                        .query(
                                QUERY,
                                row -> new ProtectedTable(
                                        QualifiedName.of(row.getString(1), row.getString(2)), row.getString(3)),
                                relations.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
    }

    /** Returns the roles of an API that the server has. */
    public static List<String> apiRoles(ServerConnection connection) {
        return connection
                .ours()
                .query(
                        "SELECT rolname FROM pg_roles WHERE rolname IN ('anon', 'authenticated')",
                        row -> row.getString(1));
    }
}
