package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Check;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Judges the migrations by all rules and lists what is pending, changed or missing where a database is configured. Writes
 * nothing to a database; without one it is the same as {@code lint}.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractLintMojo {
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> Check.run(new Check.Request(folders, LintParameters.settings(this))));
    }
}
