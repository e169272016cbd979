package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Database;
import dev.pgmigrate.goal.Renumber;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Gives one of two migrations with the same version a new version, together with its rollback: the one that is not
 * applied, else the one that was committed later. Shows what it would rename, and renames it with {@code
 * -Dmigrate.write}.
 */
@Mojo(name = "renumber", requiresProject = false, threadSafe = true)
public final class RenumberMojo extends AbstractDatabaseMojo {
    @Inject
    RenumberMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            Database database = database().configured();
            List<Renumber.Applied> applied = database == null ? List.of() : Renumber.applied(folders, database);
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            Renumber.Outcome outcome = Renumber.run(new Renumber.Request(folders, applied, write, now));
            outcome.moves()
                    .forEach(move -> getLog().info(move.from() + " → " + move.to() + ", since " + move.reason()));
            return outcome.result();
        });
    }
}
