package dev.pgmigrate.plugin;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.PostgresBinaries;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.SessionData;

/**
 * The disposable servers of one Maven run: one a major version, with a database a module. They end with Maven.
 *
 * <p>They are kept in the session of the resolver, which lives as long as the run and which all modules share. The key
 * holds our own class, so that two class loaders of this plugin never see each other's server.
 */
final class EmbeddedDatabases {
    private final DisposablePostgres server;
    private final Map<String, ConnectionTarget> databases = new HashMap<>();

    private EmbeddedDatabases(DisposablePostgres server) {
        this.server = server;
    }

    /** Returns the database of a module, made at the first call in this Maven run. */
    static ConnectionTarget of(MavenSession session, PostgresJars jars, PostgresVersion version, String module)
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
            return databases.database(module);
        }
    }

    private synchronized ConnectionTarget database(String module) {
        String name = module.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return databases.computeIfAbsent("m_" + name.substring(0, Math.min(40, name.length())), server::createDatabase);
    }
}
