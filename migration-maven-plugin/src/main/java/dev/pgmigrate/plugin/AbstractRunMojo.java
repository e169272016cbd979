package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.AfterRun;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that run migrations, forward or back. */
abstract class AbstractRunMojo extends AbstractWritingMojo {
    /** How long a statement waits for a lock before its migration is rolled back and retried. */
    @Parameter(property = "migrate.lockTimeout", defaultValue = "2s")
    String lockTimeout = "2s";

    /** How long a statement may run; 0 for no limit. */
    @Parameter(property = "migrate.statementTimeout", defaultValue = "0")
    String statementTimeout = "0";

    /** The role that each migration runs as, by {@code SET ROLE}; the history is written as the one that connects. */
    @Parameter(property = "migrate.role")
    @Nullable
    String role;

    /** Whether to change nothing, but show the SQL that would run and write it to {@code target/migrate/<goal>.sql}. */
    @Parameter(property = "migrate.dryRun", defaultValue = "false")
    boolean dryRun;

    /**
     * Whether to end a statement that an earlier run left running on the server, instead of waiting for it to finish.
     */
    @Parameter(property = "migrate.endOrphan", defaultValue = "false")
    boolean endOrphan;

    /**
     * Whether to run {@code ANALYZE} afterwards for columns whose type changed, new expression indexes and tables that were
     * filled; if that fails, it is a warning.
     */
    @Parameter(property = "migrate.analyze", defaultValue = "true")
    boolean analyze = true;

    /** Whether to tell PostgREST afterwards to reload the schema, in Supabase projects. */
    @Parameter(property = "migrate.reloadSchema", defaultValue = "true")
    boolean reloadSchema = true;

    AbstractRunMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    /** Returns what follows a run. */
    final AfterRun after() throws MojoExecutionException {
        return new AfterRun(analyze, reloadSchema, LintParameters.settings(this).flavour(), getLog()::warn);
    }
}
