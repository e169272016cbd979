package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Database;
import dev.pgmigrate.server.Credentials;
import dev.pgmigrate.server.DatabaseSources;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the database whose history says which migrations a proof can leave out. A proof needs no network, so a database that
 * the pom or the environment names, for other goals, is only read where {@code onlyPending} asks for it.
 */
final class DeployedDatabase {
    private final TestMojo mojo;
    private final SettingsDecrypter decrypter;

    DeployedDatabase(TestMojo mojo, SettingsDecrypter decrypter) {
        this.mojo = mojo;
        this.decrypter = decrypter;
    }

    /** Returns it, or null if all migrations are to be proved; a disposable one has none yet. */
    @Nullable
    Database databaseOrNull() throws MojoExecutionException {
        MavenSession session = Module.require(mojo.session);
        String typed = session.getUserProperties().getProperty(ParameterNames.URL);
        boolean wanted = mojo.onlyPending == null ? typed != null && !typed.isBlank() : mojo.onlyPending;
        if (!wanted) {
            return null;
        }
        DatabaseSources sources = new DatabaseSources(
                DatabaseParameters.url(mojo, mojo.url),
                new Credentials(mojo.user, session.getUserProperties().getProperty(ParameterNames.PASSWORD)),
                new SettingsServer(session, decrypter).credentials(mojo.serverId),
                System.getenv(),
                false);
        return sources.required() instanceof DatabaseSources.Choice.Existing existing
                ? new Database(
                        existing.target(),
                        DatabaseParameters.history(mojo.historySchema, mojo.historyTable, mojo.historyPerTenant))
                : null;
    }
}
