package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Status;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Shows which migrations a database has, when and by whom they were applied, and what comes next. Changes nothing. */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends AbstractDatabaseMojo {
    /**
     * Whether to look, on a disposable server, whether the database is what its history says, and to say so in one line.
     */
    @Parameter(property = "migrate.drift", defaultValue = "false")
    boolean drift;

    /**
     * Which differences to leave out: {@code owners}, {@code grants}, {@code comments}; a kind, {@code triggers}; a kind and a
     * name, {@code table audit.*}; a name and a property, {@code public.users#storage parameters}.
     */
    @Parameter(property = "migrate.ignore")
    @Nullable
    List<String> ignore;

    @Inject
    StatusMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this)
                .run(folders -> Status.run(new Status.Request(
                        folders,
                        database().required(),
                        outOfOrder,
                        new DriftParameters(this).lookOrNull(drift, ignore, folders))));
    }
}
