package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Validate;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the names, versions, encodings and syntax of the migrations early in the build. Needs no database. */
@Mojo(name = "validate", requiresProject = false, defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends AbstractLintMojo {
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this)
                .run(folders -> Validate.run(
                        new Validate.Request(folders, LintParameters.settings(this), BuildMemory.of(this))));
    }
}
