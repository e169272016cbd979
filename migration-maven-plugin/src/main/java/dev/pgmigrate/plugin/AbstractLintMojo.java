package dev.pgmigrate.plugin;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that check migrations against the rules. */
abstract class AbstractLintMojo extends AbstractSeverityMojo {
    /**
     * Options of rules, by rule and option: {@code
     * <ruleOptions><migration-too-large.statements>50</migration-too-large.statements></ruleOptions>}. The page of a rule
     * lists its options; the rule's name alone means the first one.
     */
    @Parameter
    @Nullable
    Map<String, String> ruleOptions;

    /**
     * The same in command-line form, {@code naming-convention=[a-z_]+;migration-too-large.statements=50}; it takes
     * precedence.
     */
    @Parameter(property = "migrate.ruleOptions")
    @Nullable
    String ruleOptionList;

    /** The lowest severity that fails the build: {@code error}, {@code warning} or {@code never}. */
    @Parameter(property = "migrate.failOn", defaultValue = "error")
    String failOn = "error";

    /**
     * Whether a migration has to survive a second run: {@code required}, or {@code tracked} if it is up to the history
     * alone to prevent one. Defaults to {@code required}, but to {@code tracked} if another tool keeps a history and no
     * file is guarded.
     */
    @Parameter(property = "migrate.rerun")
    @Nullable
    String rerun;

    /** What kind of database it is: {@code plain}, {@code supabase}, or {@code auto} to detect it from the files. */
    @Parameter(property = "migrate.flavour", defaultValue = "auto")
    String flavour = "auto";

    /**
     * The tool that runs the files: {@code migrate}, {@code flyway}, {@code liquibase}, {@code supabase} or {@code psql}.
     * Defaults to the Supabase CLI or Flyway if their configuration is in the project and no goal of ours applies the
     * files.
     */
    @Parameter(property = "migrate.runner")
    @Nullable
    String runner;

    /**
     * The version before which migrations are only context: their findings are information and never fail the build.
     */
    @Parameter(property = "migrate.lintFrom")
    @Nullable
    String lintFrom;

    /**
     * The major version of the oldest PostgreSQL that the migrations have to run on, 14 to 18. Defaults to the version in
     * {@code supabase/config.toml}, else 14.
     */
    @Parameter(property = "migrate.postgresVersion")
    @Nullable
    String postgresVersion;

    /**
     * The schemas that unqualified names refer to. Defaults to those of Flyway's configuration, else {@code public}.
     */
    @Parameter(property = "migrate.searchPath")
    @Nullable
    List<String> searchPath;

    /** The schemas that an API such as PostgREST exposes. */
    @Parameter(property = "migrate.exposedSchemas", defaultValue = "public")
    @Nullable
    List<String> exposedSchemas;

    /** Whether the tool that runs the files sets {@code lock_timeout} before each, so that the files need not. */
    @Parameter(property = "migrate.runnerSetsTimeouts", defaultValue = "false")
    boolean runnerSetsTimeouts;

    /** A file with findings that are accepted for now; they are reported as information. */
    @Parameter(property = "migrate.knownFindings")
    @Nullable
    File knownFindings;

    /** A git reference, such as {@code origin/main}: findings in files that have not changed since are information. */
    @Parameter(property = "migrate.since")
    @Nullable
    String since;

    /**
     * Whether to write what the goal shows: the files for {@code fix} and {@code renumber}, the history for {@code
     * baseline} and {@code repair}, the known findings for the others; for {@code rollback}, whether rows may be lost.
     */
    @Parameter(property = "migrate.write", defaultValue = "false")
    boolean write;
}
