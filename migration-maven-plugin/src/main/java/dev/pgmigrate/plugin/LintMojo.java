package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Lint;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the migrations against all rules and fails the build on errors. Needs no database. */
@Mojo(name = "lint", requiresProject = false, defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LintMojo extends AbstractLintMojo {
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this)
                .run(folders -> Lint.run(new Lint.Request(
                        folders,
                        LintParameters.settings(this),
                        LintParameters.acceptance(this),
                        BuildMemory.of(this))));
    }
}
