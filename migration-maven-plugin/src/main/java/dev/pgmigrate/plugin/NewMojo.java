package dev.pgmigrate.plugin;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.goal.NewChoice;
import dev.pgmigrate.report.Printable;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.template.UnknownHoleException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Starts a migration: writes its files and their rollbacks from a template, following the naming of the folder. */
@Mojo(name = "new", requiresProject = false, threadSafe = true)
public final class NewMojo extends AbstractTemplateMojo {
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new SettingsFile(this).apply();
        if (skip) {
            getLog().info("Skipped, since migrate.skip is set.");
            return;
        }
        new MisspeltParameters(getLog(), Module.require(session), Module.require(execution)).name();
        Module module = new Module(this);
        List<String> modules = module.modulesThatDeclareThePlugin();
        if (modules.size() > 1 || !module.isPlaceOfTheGoal()) {
            throw new MojoExecutionException(
                    "Nothing was written: a migration belongs to one module. Choose it with -pl, or start in its"
                            + " folder; these have the plugin: " + String.join(", ", modules) + ".");
        }
        try {
            NewChoice.Chosen chosen = NewChoice.of(NewParameters.request(this), NewParameters.kind(this));
            chosen.taken().forEach((parameter, value) -> getLog().info(parameter + ": " + value));
            New.run(chosen.request()).paths().forEach(path -> getLog().info("Wrote " + path));
        } catch (UnknownHoleException e) {
            throw new MojoFailureException(Printable.line("Nothing was written: " + e.getMessage() + "."));
        } catch (ExplainedException e) {
            throw MavenRun.printable(new MojoExecutionException("Nothing was written: " + e.getMessage() + ".", e));
        } catch (UncheckedIOException e) {
            throw MavenRun.printable(new MojoExecutionException(e.getMessage(), e));
        }
    }
}
