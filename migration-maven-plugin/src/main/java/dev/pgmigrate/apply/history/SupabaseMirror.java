package dev.pgmigrate.apply.history;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Optional;

/**
 * The Supabase CLI's own history, kept in step with ours, so that {@code supabase db push} does not apply a file again.
 */
public final class SupabaseMirror {
    public static final QualifiedName NAME = QualifiedName.of("supabase_migrations", "schema_migrations");

    /** An existing row was written by the CLI, and its record of what was applied is not ours to overwrite. */
    private static final String INSERT =
            "INSERT INTO " + NAME + " (version, name, statements) VALUES (?, ?, ?) ON CONFLICT (version) DO NOTHING";

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

    /** Returns the SQL of {@link #record} and {@link #recordKnown} as text. */
    public String recordSql(Migration migration) {
        return SqlLiteral.fill(INSERT, parameters(migration));
    }

    private static Object[] parameters(Migration migration) {
        String[] statements = migration.script().statements().stream()
                .map(Statement::range)
                .map(migration.script().source()::text)
                .toArray(String[]::new);
        return new Object[] {version(migration), migration.name(), statements};
    }

    /**
     * Records a migration that has just run, as the CLI would, within the caller's transaction.
     *
     * @throws HistoryException if the CLI has applied it in the meantime
     */
    public void record(Migration migration) {
        if (insert(migration) != 1) {
            throw HistoryException.elsewhere(version(migration));
        }
    }

    /** Records a migration that counts as applied, unless the CLI already has it. */
    public void recordKnown(Migration migration) {
        insert(migration);
    }

    /** Returns as text what {@link #forget} sends. */
    public String forgetSql(Migration migration) {
        return SqlLiteral.fill(DELETE, version(migration));
    }

    /** Takes a migration out that has just been rolled back, so that the CLI applies it again; part of the caller's transaction. */
    public void forget(Migration migration) {
        update(DELETE, version(migration));
    }

    /** Takes a version out that counts as not applied from now on; nothing where the CLI does not know it. */
    public void forget(MigrationVersion version) {
        update(DELETE, version.leadingDigits());
    }

    private int insert(Migration migration) {
        return update(INSERT, parameters(migration));
    }

    private int update(String sql, Object... parameters) {
        try {
            return connection.update(sql, parameters);
        } catch (ServerException e) {
            if (!e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
                throw e;
            }
            throw HistoryException.mirrorNotWritable(connection.target().user());
        }
    }
}
