package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Check;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Checks the migrations against all rules and, if a database is configured, lists what is pending, changed or missing
 * there. Writes nothing to a database; without one it is the same as {@code lint}.
 */
@Mojo(name = "check", requiresProject = false, defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractDatabaseMojo {
    /** Whether a pending migration fails the goal. */
    @Parameter(property = "migrate.failOnPending", defaultValue = "false")
    boolean failOnPending;

    @Inject
    CheckMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this)
                .run(folders -> Check.run(new Check.Request(
                        folders,
                        LintParameters.settings(this),
                        LintParameters.acceptance(this),
                        database().configured(),
                        outOfOrder,
                        failOnPending,
                        BuildMemory.of(this))));
    }
}
