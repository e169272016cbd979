package dev.pgmigrate.plugin;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the goals that speak to a database. There is none for the password, since Maven prints parameters at
 * {@code -X}: it comes from {@code serverId}, {@code MIGRATE_PASSWORD} or {@code -Dmigrate.password}.
 */
abstract class AbstractDatabaseMojo extends AbstractLintMojo {
    /**
     * The database: {@code jdbc:postgresql://host/database}, {@code postgres://user@host/database}, or
     * {@code embedded[:major]} for one disposable server for the whole Maven run. Without it the property
     * {@code migrate.url}, then {@code MIGRATE_URL}; for a goal that is typed also {@code DATABASE_URL} or libpq's
     * {@code PGHOST} and its like. The property is read by the goal itself, since Maven would print it at {@code -X}. A
     * password in a pom is refused for the same reason.
     */
    @Parameter
    @Nullable
    String url;

    /** The role. Without it that of the URL, of {@code serverId}, or {@code MIGRATE_USER}. */
    @Parameter(property = "migrate.user")
    @Nullable
    String user;

    /** The server in {@code settings.xml} that holds role and password. */
    @Parameter(property = "migrate.serverId")
    @Nullable
    String serverId;

    /** The schema that holds the history. */
    @Parameter(property = "migrate.historySchema", defaultValue = "migrate")
    String historySchema = "migrate";

    /** The table that holds the history; services that share a database give it different names. */
    @Parameter(property = "migrate.historyTable", defaultValue = "schema_migrations")
    String historyTable = "schema_migrations";

    /** Whether a migration older than the newest applied one is applied, instead of refused. */
    @Parameter(property = "migrate.outOfOrder", defaultValue = "false")
    boolean outOfOrder;

    /** Whether other histories in the database may hold these same files, as where each tenant has a schema and a history. */
    @Parameter(property = "migrate.historyPerTenant", defaultValue = "false")
    boolean historyPerTenant;

    /** How long to wait for another session that changes the history. */
    @Parameter(property = "migrate.lockWait", defaultValue = "5min")
    String lockWait = "5min";

    /**
     * What runs once in an embedded database before anything else: SQL files, {@code supabase} for a stand-in of a Supabase
     * database, or {@code history}. Databases that are there are never touched by it.
     */
    @Parameter(property = "migrate.prelude")
    @Nullable
    List<String> prelude;
}
