package dev.pgmigrate.apply;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Supabase CLI's own history, kept true beside ours, so that {@code supabase db push} does not apply a file again.
 */
final class SupabaseMirror {
    static final String TABLE = "supabase_migrations.schema_migrations";

    private static final String INSERT = "INSERT INTO " + TABLE + " (version, name, statements) VALUES (?, ?, ?)"
            + " ON CONFLICT (version) DO UPDATE SET name = excluded.name, statements = excluded.statements";

    private final ServerConnection connection;

    private SupabaseMirror(ServerConnection connection) {
        this.connection = connection;
    }

    /** Returns the mirror where the database has the CLI's table. */
    static Optional<SupabaseMirror> find(ServerConnection connection) {
        return connection
                .queryOne("""
                        SELECT count(*) FROM pg_attribute a
                        JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = 'supabase_migrations' AND c.relname = 'schema_migrations'
                          AND a.attname IN ('version', 'name', 'statements') AND NOT a.attisdropped""", row -> row.getInt(1))
                .filter(columns -> columns == 3)
                .map(columns -> new SupabaseMirror(connection));
    }

    /** Returns the version that the CLI sees in a file name: the digits before the first {@code _}. */
    static String version(Migration migration) {
        String text = migration.version().toString();
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    /** Adds an obstacle for each file that has the version of another one in the CLI's eyes. */
    static void addClashes(List<Migration> migrations, List<Obstacle> obstacles) {
        Map<String, Migration> seen = new HashMap<>();
        for (Migration migration : migrations) {
            Migration twin = seen.putIfAbsent(version(migration), migration);
            if (twin != null && !twin.version().equals(migration.version())) {
                obstacles.add(new Obstacle(
                        Obstacle.Kind.SUPABASE_VERSION,
                        migration.path(),
                        Obstacle.START,
                        "The Supabase CLI gives " + migration.path() + " and " + twin.path() + " one version, "
                                + version(migration) + ".",
                        "Name them YYYYMMDDHHMMSS_name.sql, each with a time of its own."));
            }
        }
    }

    /** Returns as text what {@link #record} writes. */
    String recordSql(Migration migration) {
        return SqlLiteral.fill(INSERT, parameters(migration));
    }

    private static Object[] parameters(Migration migration) {
        String[] statements =
                ScriptStep.of(migration.script()).stream().map(ScriptStep::sql).toArray(String[]::new);
        return new Object[] {version(migration), migration.name(), statements};
    }

    /** Writes a migration as the CLI would; part of the caller's transaction. */
    void record(Migration migration) {
        try {
            connection.update(INSERT, parameters(migration));
        } catch (ServerException e) {
            if (!e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
                throw e;
            }
            throw new HistoryException(
                    HistoryException.Reason.NOT_WRITABLE,
                    "The role " + connection.target().user() + " may not write " + TABLE
                            + ", where the Supabase CLI looks for what is applied.",
                    List.of(
                            "GRANT USAGE ON SCHEMA supabase_migrations TO "
                                    + HistoryTable.quoted(connection.target().user()) + ";",
                            "GRANT SELECT, INSERT, UPDATE ON " + TABLE + " TO "
                                    + HistoryTable.quoted(connection.target().user()) + ";"));
        }
    }
}
