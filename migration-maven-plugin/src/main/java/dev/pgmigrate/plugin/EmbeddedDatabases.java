package dev.pgmigrate.plugin;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.PostgresBinaries;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.SessionData;

/**
 * The disposable servers of one Maven run: one per major version, with a database per module. They end with Maven.
 *
 * <p>They are kept in the session of the resolver, which lives as long as the run and which all modules share. The key
 * holds our own class, so that two class loaders of this plugin never see each other's server.
 */
final class EmbeddedDatabases {
    private static final int LONGEST_NAME = 40;

    private final DisposablePostgres server;
    private final Map<String, ConnectionTarget> databases = new HashMap<>();

    private EmbeddedDatabases(DisposablePostgres server) {
        this.server = server;
    }

    /**
     * Returns the database of a module, made at the first call in this Maven run.
     *
     * @param prepare what to do with a new one
     */
    static ConnectionTarget of(
            MavenSession session,
            PostgresJars jars,
            PostgresVersion version,
            String module,
            Consumer<ConnectionTarget> prepare)
            throws MojoExecutionException {
        SessionData data = session.getRepositorySession().getData();
        Object key = List.of(EmbeddedDatabases.class, version);
        synchronized (data) {
            Object known = data.get(key);
            EmbeddedDatabases databases;
            if (known instanceof EmbeddedDatabases running) {
                databases = running;
            } else {
                databases = new EmbeddedDatabases(DisposablePostgres.start(PostgresBinaries.unpack(jars.jar(version))));
                data.set(key, databases);
            }
            return databases.database(module, prepare);
        }
    }

    private synchronized ConnectionTarget database(String module, Consumer<ConnectionTarget> prepare) {
        ConnectionTarget known = databases.get(module);
        if (known != null) {
            return known;
        }
        String name = module.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        // The number keeps names distinct that become equal when they are shortened.
        ConnectionTarget made = server.createDatabase(
                "m" + databases.size() + "_" + name.substring(0, Math.min(LONGEST_NAME, name.length())));
        prepare.accept(made);
        databases.put(module, made);
        return made;
    }
}
