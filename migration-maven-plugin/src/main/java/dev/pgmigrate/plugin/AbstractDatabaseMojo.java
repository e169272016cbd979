package dev.pgmigrate.plugin;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the goals that connect to a database. There is none for the password, since Maven prints parameters
 * with {@code -X}: it comes from {@code serverId}, {@code MIGRATE_PASSWORD} or {@code -Dmigrate.password}.
 */
abstract class AbstractDatabaseMojo extends AbstractLintMojo {
    final RepositorySystem resolver;
    private final SettingsDecrypter decrypter;

    /**
     * The database: {@code jdbc:postgresql://host/database}, {@code postgres://user@host/database}, or {@code
     * embedded[:major]} for a disposable server that the whole Maven run shares. Defaults to the property {@code
     * migrate.url}, then to {@code MIGRATE_URL}; for a goal run from the command line also to {@code DATABASE_URL} or
     * libpq's {@code PGHOST} and related variables. The goal reads the property itself, since Maven would print it with
     * {@code -X}. A password in a pom is refused for the same reason.
     */
    @Parameter
    @Nullable
    String url;

    /**
     * The role. Defaults to that of the URL, of {@code serverId}, or to {@code MIGRATE_USER}. Its password comes from
     * {@code serverId}, {@code MIGRATE_PASSWORD} or {@code -Dmigrate.password}, and is never configured in a pom.
     */
    @Parameter(property = "migrate.user")
    @Nullable
    String user;

    /** The server in {@code settings.xml} that holds the role and the password. */
    @Parameter(property = "migrate.serverId")
    @Nullable
    String serverId;

    /** The schema that holds the history. */
    @Parameter(property = "migrate.historySchema", defaultValue = "migrate")
    String historySchema = "migrate";

    /** The table that holds the history; services that share a database use different names. */
    @Parameter(property = "migrate.historyTable", defaultValue = "schema_migrations")
    String historyTable = "schema_migrations";

    /** Whether to apply a migration that is older than the newest applied one, instead of refusing it. */
    @Parameter(property = "migrate.outOfOrder", defaultValue = "false")
    boolean outOfOrder;

    /**
     * Whether other histories in the database may contain the same files, for example where each tenant has its own
     * schema and history.
     */
    @Parameter(property = "migrate.historyPerTenant", defaultValue = "false")
    boolean historyPerTenant;

    /** How long to wait for another session that is changing the history. */
    @Parameter(property = "migrate.lockWait", defaultValue = "5min")
    String lockWait = "5min";

    /**
     * What to run once in an embedded database before anything else: SQL files, {@code supabase} for a stand-in of a
     * Supabase database, or {@code history}. It never touches an existing database.
     */
    @Parameter(property = "migrate.prelude")
    @Nullable
    List<String> prelude;

    AbstractDatabaseMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        this.resolver = resolver;
        this.decrypter = decrypter;
    }

    /** Returns what the parameters say about the database, once they are set. */
    DatabaseParameters database() {
        return new DatabaseParameters(this, resolver, decrypter);
    }
}
