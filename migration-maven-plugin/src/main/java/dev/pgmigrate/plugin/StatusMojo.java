package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Status;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** Shows which migrations a database has, when and by whom they were applied, and what comes next. Changes nothing. */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends AbstractDatabaseMojo {
    @Inject
    StatusMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this)
                .run(folders ->
                        Status.run(new Status.Request(folders, database().required(), outOfOrder)));
    }
}
