package dev.pgmigrate.plugin;

import dev.pgmigrate.apply.repair.RepairWish;
import dev.pgmigrate.goal.Repair;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Repairs a history that no longer matches the files: accepts changed files, restores missing ones or removes their rows,
 * clears failed attempts, follows renumbered files. Shows what it would do, and does it with {@code -Dmigrate.write} and
 * a reason.
 */
@Mojo(name = "repair", requiresProject = false, threadSafe = true)
public final class RepairMojo extends AbstractWritingMojo {
    /** The reason, which is recorded with each repair; required for writing. */
    @Parameter(property = "migrate.reason")
    @Nullable
    String reason;

    /** The versions to repair. Defaults to all that do not match. */
    @Parameter(property = "migrate.versions")
    @Nullable
    List<String> versions;

    /**
     * What to do with a row whose file is gone: {@code restore} brings the file back from git, {@code remove} removes the
     * row.
     */
    @Parameter(property = "migrate.missing", defaultValue = "restore")
    String missing = "restore";

    /** Versions that were applied by other means, and count as applied from now on if the catalog agrees. */
    @Parameter(property = "migrate.applied")
    @Nullable
    List<String> applied;

    /** Versions that were undone by other means, and count as not applied from now on if the catalog agrees. */
    @Parameter(property = "migrate.reverted")
    @Nullable
    List<String> reverted;

    /** Whether to do it even if the catalog shows the opposite, or nothing. */
    @Parameter(property = "migrate.force", defaultValue = "false")
    boolean force;

    @Inject
    RepairMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            DatabaseParameters parameters = database();
            ApplyLog log = new ApplyLog(getLog(), false);
            return Repair.run(new Repair.Request(
                    folders,
                    parameters.writable(this, write),
                    parameters.settings(),
                    wish(),
                    reason,
                    write,
                    (holder, waited) -> log.waitingForLock(holder.orElse(null), waited)));
        });
    }

    private RepairWish wish() throws MojoExecutionException {
        if (!missing.equals("restore") && !missing.equals("remove")) {
            throw new MojoExecutionException(
                    "The parameter missing is \"" + missing + "\"; it takes restore or remove.");
        }
        return new RepairWish(list(versions), missing.equals("remove"), list(applied), list(reverted), force);
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
