package dev.pgmigrate.plugin;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.goal.DraftRollback;
import dev.pgmigrate.goal.NewChoice;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.report.Printable;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.template.UnknownHoleException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.jspecify.annotations.Nullable;

/** Starts a migration: writes its files and their rollbacks from a template, following the naming of the folder. */
@Mojo(name = "new", requiresProject = false, threadSafe = true)
public final class NewMojo extends AbstractTemplateMojo {
    private static final String ROLLBACK = "rollback";

    /**
     * The version of the migration whose rollback {@code -Dkind=rollback} drafts: what it made is dropped, what it changed
     * is brought back from the earlier files, and what a person has to decide is marked.
     */
    @Parameter(property = "of")
    @Nullable
    String of;

    private final Prompter prompter;

    @Inject
    NewMojo(Prompter prompter) {
        this.prompter = prompter;
    }

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
            if (ROLLBACK.equals(kind)) {
                draftRollback(module);
                return;
            }
            new ProjectDefaults(this).fillIn(this);
            NewChoice.Chosen chosen = NewChoice.of(
                    NewParameters.request(this),
                    NewParameters.kind(this),
                    TerminalQuestions.of(Module.require(session).getRequest().isInteractiveMode(), prompter));
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

    private void draftRollback(Module module) throws MojoExecutionException {
        if (of == null || of.isBlank()) {
            throw new MojoExecutionException(
                    "Nothing was written: name the migration whose rollback is to be drafted, -Dof=<version>.");
        }
        List<Path> named = namedFolders();
        MigrationFolders folders = MigrationFolders.find(
                module.base(), named, rollbackLocation == null ? null : rollbackLocation.toPath());
        DraftRollback.Written written = DraftRollback.run(new DraftRollback.Request(folders, of, List.of("public")));
        getLog().info("Wrote " + written.path());
        if (written.decisions() > 0) {
            getLog().warn(written.decisions() + (written.decisions() == 1 ? " place" : " places")
                    + " in it, marked DECIDE, " + (written.decisions() == 1 ? "is" : "are") + " for you to decide.");
        }
    }
}
