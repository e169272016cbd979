package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Health;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Examines the schema of a database, or the one that the migrations make on a disposable PostgreSQL if no database is
 * configured: foreign keys without an index, duplicate, overlapping and invalid indexes, tables without a primary key,
 * constraints that were never validated, sequences near their end, serial columns; of a database also the largest tables,
 * unused indexes and empty space. Each check has a severity like a rule, {@code <rules>}, or all of them by the category
 * {@code health}. Changes nothing.
 */
@Mojo(name = "health", requiresProject = false, threadSafe = true)
public final class HealthMojo extends AbstractDatabaseMojo {
    @Inject
    HealthMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> Health.run(new HealthParameters(resolver, this).request(folders, this)));
    }
}
