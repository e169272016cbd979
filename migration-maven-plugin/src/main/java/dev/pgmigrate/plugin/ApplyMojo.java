package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Apply;
import dev.pgmigrate.goal.Database;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Applies pending migrations, each in a transaction together with its row in the history, provided that they pass the
 * rules. Stops at the first failure.
 */
@Mojo(name = "apply", requiresProject = false, defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class ApplyMojo extends AbstractRunMojo {
    /** The version to stop after. By default everything is applied. */
    @Parameter(property = "migrate.target")
    @Nullable
    String target;

    @Inject
    ApplyMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            DatabaseParameters parameters = database();
            Database database = parameters.writable(this, !dryRun);
            DryRun script = new DryRun(this, dryRun, "apply");
            return script.written(Apply.run(new Apply.Request(
                    folders,
                    LintParameters.settings(this),
                    database,
                    parameters.settings(this, target, outOfOrder),
                    script.takerOrNull(),
                    new ApplyLog(getLog(), endOrphan),
                    after())));
        });
    }
}
