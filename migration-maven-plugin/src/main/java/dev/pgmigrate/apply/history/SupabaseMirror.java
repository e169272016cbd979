package dev.pgmigrate.apply.history;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Supabase CLI's own history, kept in step with ours, so that {@code supabase db push} does not apply a file again.
 */
public final class SupabaseMirror {
    public static final QualifiedName NAME = QualifiedName.of("supabase_migrations", "schema_migrations");

    /** An existing row was written by the CLI, and its record of what was applied is not ours to overwrite. */
    private static final String INSERT =
            "INSERT INTO " + NAME + " (version, name, statements) VALUES (?, ?, ?) ON CONFLICT (version) DO NOTHING";

    private static final String NOTHING_INSERTED = "pgmigrate: another tool recorded this version";

    private static final String DELETE = "DELETE FROM " + NAME + " WHERE version OPERATOR(pg_catalog.=) ?";

    private final ServerConnection connection;

    private SupabaseMirror(ServerConnection connection) {
        this.connection = connection;
    }

    /** Returns the mirror if the database has the CLI's table. */
    public static Optional<SupabaseMirror> find(ServerConnection connection) {
        return connection
                .ours()
                .queryOne("""
                    SELECT count(*) FROM pg_attribute a
                    JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'supabase_migrations' AND c.relname = 'schema_migrations'
                      AND a.attname IN ('version', 'name', 'statements') AND NOT a.attisdropped""", row -> row.getInt(1))
                .filter(columns -> columns == 3)
                .map(columns -> new SupabaseMirror(connection));
    }

    /** Returns the version that the CLI reads from a file name. */
    public static String version(Migration migration) {
        return migration.version().leadingDigits();
    }

    /** Returns the SQL with which the CLI would record a migration that has just run, unless it already has it. */
    public String recordSql(Migration migration) {
        return SqlLiteral.fill(INSERT, parameters(migration));
    }

    private static @Nullable Object[] parameters(Migration migration) {
        return new @Nullable Object[] {version(migration), migration.name(), statements(migration)};
    }

    /** None of a large file: the CLI does without, and a value can have 1 GB (manual, appendix K "PostgreSQL Limits"). */
    private static @Nullable Object statements(Migration migration) {
        return migration.source().isLarge()
                ? null
                : migration.script().statements().stream()
                        .map(Statement::range)
                        .map(migration.script().source()::text)
                        .toArray(String[]::new);
    }

    /** Returns {@link #recordSql} that fails where it inserts no row, because the CLI has applied it in the meantime. */
    public String guardedSql(Migration migration) {
        return "WITH mirrored AS (" + recordSql(migration) + " RETURNING version) SELECT CASE WHEN n = 0 THEN ('"
                + NOTHING_INSERTED + "' || n::text)::integer END"
                + " FROM (SELECT pg_catalog.count(*) AS n FROM mirrored) AS counted";
    }

    /** Returns what an error of such SQL means; the error itself where it is another. */
    public RuntimeException meaning(ServerException e, Migration migration) {
        if (e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
            return HistoryException.mirrorNotWritable(connection.target().user());
        }
        return e.error().message().contains(NOTHING_INSERTED) ? HistoryException.elsewhere(version(migration)) : e;
    }

    /** Records a migration that counts as applied, unless the CLI already has it. */
    public void recordKnown(Migration migration) {
        update(INSERT, parameters(migration));
    }

    /** Returns the SQL that takes a migration out that has just been rolled back, so that the CLI applies it again. */
    public String forgetSql(Migration migration) {
        return SqlLiteral.fill(DELETE, version(migration));
    }

    /** Takes a version out that counts as not applied from now on; nothing where the CLI does not know it. */
    public void forget(MigrationVersion version) {
        update(DELETE, version.leadingDigits());
    }

    private void update(String sql, @Nullable Object... parameters) {
        try {
            connection.update(sql, parameters);
        } catch (ServerException e) {
            if (!e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
                throw e;
            }
            throw HistoryException.mirrorNotWritable(connection.target().user());
        }
    }
}
