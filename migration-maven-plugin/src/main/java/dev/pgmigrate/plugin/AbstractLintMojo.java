package dev.pgmigrate.plugin;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that judge migrations. */
abstract class AbstractLintMojo extends AbstractMigrateMojo {
    /**
     * Severities by rule: {@code <rules><generic-name>off</generic-name></rules>}. A severity is {@code error},
     * {@code warning}, {@code info} or {@code off}.
     */
    @Parameter
    @Nullable
    Map<String, String> rules;

    /** Severities by rule as on a command line, {@code generic-name=off,rls-disabled=error}; they win over {@code rules}. */
    @Parameter(property = "migrate.rules")
    @Nullable
    String ruleList;

    /**
     * Severities by category: {@code <categories><design>off</design></categories>}. A rule's own severity wins. The
     * categories are {@code files}, {@code idempotency}, {@code order}, {@code procedural}, {@code transaction},
     * {@code lock}, {@code destructive}, {@code security} and {@code design}.
     */
    @Parameter
    @Nullable
    Map<String, String> categories;

    /** Severities by category as on a command line, {@code design=off,lock=warning}; they win over {@code categories}. */
    @Parameter(property = "migrate.categories")
    @Nullable
    String categoryList;

    /**
     * What rules are told beside their severities, by rule and option:
     * {@code <ruleOptions><migration-too-large.statements>50</migration-too-large.statements></ruleOptions>}. The page of
     * a rule names its options; the rule's name alone stands for the first.
     */
    @Parameter
    @Nullable
    Map<String, String> ruleOptions;

    /** The same as on a command line, {@code naming-convention=[a-z_]+;migration-too-large.statements=50}; they win. */
    @Parameter(property = "migrate.ruleOptions")
    @Nullable
    String ruleOptionList;

    /** The least severity that fails the build: {@code error}, {@code warning} or {@code never}. */
    @Parameter(property = "migrate.failOn", defaultValue = "error")
    String failOn = "error";

    /**
     * Whether a migration has to survive a second run: {@code required}, or {@code tracked} where the history alone is to
     * prevent one. Without it {@code required}; {@code tracked} where another runner keeps a history and no file is guarded.
     */
    @Parameter(property = "migrate.rerun")
    @Nullable
    String rerun;

    /** What the database is: {@code plain}, {@code supabase}, or {@code auto} to tell it from the files. */
    @Parameter(property = "migrate.flavour", defaultValue = "auto")
    String flavour = "auto";

    /**
     * Who runs the files: {@code migrate}, {@code flyway}, {@code liquibase}, {@code supabase} or {@code psql}. Without it
     * the Supabase CLI or Flyway where their configuration is in the project and no goal of ours applies them.
     */
    @Parameter(property = "migrate.runner")
    @Nullable
    String runner;

    /** The version before which migrations are only context: their findings are information and never fail. */
    @Parameter(property = "migrate.lintFrom")
    @Nullable
    String lintFrom;

    /**
     * The major version of the oldest PostgreSQL that the migrations have to run on, 14 to 18. Without it that of
     * {@code supabase/config.toml}, else 14.
     */
    @Parameter(property = "migrate.postgresVersion")
    @Nullable
    String postgresVersion;

    /** The schemas of names without one. Without it those of Flyway's configuration, else {@code public}. */
    @Parameter(property = "migrate.searchPath")
    @Nullable
    List<String> searchPath;

    /** The schemas that an API such as PostgREST serves. */
    @Parameter(property = "migrate.exposedSchemas", defaultValue = "public")
    @Nullable
    List<String> exposedSchemas;

    /** Whether who runs the files sets {@code lock_timeout} before each, so that the files need not. */
    @Parameter(property = "migrate.runnerSetsTimeouts", defaultValue = "false")
    boolean runnerSetsTimeouts;

    /** A file with findings that are accepted for now; they are information. */
    @Parameter(property = "migrate.knownFindings")
    @Nullable
    File knownFindings;

    /** A git reference, {@code origin/main}: what is found in files that did not change since is information. */
    @Parameter(property = "migrate.since")
    @Nullable
    String since;

    /**
     * Whether to write what the goal shows: for {@code fix} and {@code renumber} the files, for {@code baseline} the history,
     * for the others the known findings.
     */
    @Parameter(property = "migrate.write", defaultValue = "false")
    boolean write;
}
