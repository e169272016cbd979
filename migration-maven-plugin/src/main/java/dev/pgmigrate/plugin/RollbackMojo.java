package dev.pgmigrate.plugin;

import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.goal.Rollback;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Undoes the newest applied migration with its rollback, in a transaction together with its row in the history. Shows
 * first what would be lost; losing rows requires {@code -Dmigrate.write}.
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends AbstractRunMojo {
    /** How many of the most recently applied migrations to undo. Defaults to 1. */
    @Parameter(property = "migrate.steps")
    @Nullable
    Integer steps;

    /** The version to go back to; it remains applied. */
    @Parameter(property = "migrate.to")
    @Nullable
    String to;

    /** The single version to undo; nothing that was applied later may depend on it. */
    @Parameter(property = "migrate.version")
    @Nullable
    String version;

    /** Whether to try the rollbacks on a disposable server first, on a copy of the schema without its rows. */
    @Parameter(property = "migrate.prove", defaultValue = "false")
    boolean prove;

    @Inject
    RollbackMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            DatabaseParameters parameters = database();
            DryRun script = new DryRun(this, dryRun, "rollback");
            return script.written(Rollback.run(new Rollback.Request(
                    folders,
                    parameters.writable(this, !dryRun),
                    parameters.settings(this, null, false),
                    target(),
                    write,
                    prove ? new DriftParameters(this).server() : null,
                    script.takerOrNull(),
                    getLog()::info,
                    new ApplyLog(getLog(), endOrphan),
                    after())));
        });
    }

    private RollbackTarget target() throws MojoExecutionException {
        if (Stream.of(steps, to, version).filter(value -> value != null).count() > 1) {
            throw new MojoExecutionException(
                    "Only one of migrate.steps, migrate.to and migrate.version can say what to roll back.");
        }
        if (to != null) {
            return new RollbackTarget.To(to);
        }
        return version == null
                ? new RollbackTarget.Newest(steps == null ? 1 : steps)
                : new RollbackTarget.Only(version);
    }
}
