package dev.pgmigrate.plugin;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.RetryPolicy;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.goal.Database;
import dev.pgmigrate.goal.Health;
import dev.pgmigrate.goal.ProofSettings;
import dev.pgmigrate.goal.Rehearsal;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.goal.SchemaFile;
import dev.pgmigrate.goal.Test;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.SessionSettings;
import java.io.File;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Proves on an empty, disposable PostgreSQL what each migration does: that it applies, that a second run changes nothing,
 * and that its rollback restores what was there. Fails the build where one of that does not hold.
 */
@Mojo(name = "test", requiresProject = false, defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class TestMojo extends AbstractSeverityMojo {
    private final RepositorySystem resolver;
    private final SettingsDecrypter decrypter;

    /**
     * The major version of PostgreSQL to run on, 14 to 18. Defaults to the version in {@code supabase/config.toml}, else
     * 18.
     */
    @Parameter(property = "migrate.postgresVersion")
    @Nullable
    String postgresVersion;

    /** The version in the project's own files, if none is configured. */
    @Nullable
    String usualVersion;

    /**
     * The tool that runs the files: {@code migrate}, {@code flyway}, {@code liquibase}, {@code supabase} or {@code psql};
     * it decides what runs inside a transaction. Defaults to the Supabase CLI or Flyway if their configuration is in the
     * project.
     */
    @Parameter(property = "migrate.runner")
    @Nullable
    String runner;

    /**
     * What to run before the first migration: SQL files, {@code supabase} for a stand-in of a Supabase database, or
     * {@code history} for the table {@code schema_migrations} that hand-written templates expect. Defaults to {@code
     * supabase} if the files are for Supabase, unless they create the schema {@code auth} themselves; {@code none} turns
     * that off.
     */
    @Parameter(property = "migrate.prelude")
    @Nullable
    List<String> prelude;

    /** The schemas that unqualified names refer to. Defaults to the server's search path. */
    @Parameter(property = "migrate.searchPath")
    @Nullable
    List<String> searchPath;

    /**
     * Whether a migration that does not survive a second run fails the build: {@code required}, or {@code tracked} if it is
     * up to the history alone to prevent one; the reports say in both cases what a second run does. Defaults to {@code
     * required}, but to {@code tracked} if another tool keeps a history and no file is guarded.
     */
    @Parameter(property = "migrate.rerun")
    @Nullable
    String rerun;

    /** The version before which migrations are only run, to get to the first one that is proved. */
    @Parameter(property = "migrate.lintFrom")
    @Nullable
    String lintFrom;

    /** A git reference, such as {@code origin/main}: files that have not changed since are only run. */
    @Parameter(property = "migrate.since")
    @Nullable
    String since;

    /**
     * Whether only what is pending in the database that {@code url} names is proved; what is applied there is only run. The
     * database is read, never changed. By default only where {@code -Dmigrate.url} is on the command line, so that a build whose
     * pom or environment names a database needs none for its proof.
     */
    @Parameter(property = "migrate.onlyPending")
    @Nullable
    Boolean onlyPending;

    /**
     * The database for {@code onlyPending}. Defaults to the property {@code migrate.url}, then to {@code MIGRATE_URL}; never the
     * one on which the proof runs.
     */
    @Parameter
    @Nullable
    String url;

    /** The role that reads the database of {@code onlyPending}; its password comes from where that of other goals does. */
    @Parameter(property = "migrate.user")
    @Nullable
    String user;

    /** The server in {@code settings.xml} that holds the role and the password for {@code onlyPending}. */
    @Parameter(property = "migrate.serverId")
    @Nullable
    String serverId;

    /**
     * The folder with rows to insert between the migrations: SQL files, each named like the version that it follows.
     * Defaults to {@code src/test/migrate/seed}, and in a Supabase project to its own seeds after the last migration as well.
     */
    @Parameter(property = "migrate.seeds")
    @Nullable
    File seeds;

    /**
     * The rows of tables that no seed and no migration fills: {@code generated} from what their columns and constraints
     * allow, or {@code none}.
     */
    @Parameter(property = "migrate.testRows", defaultValue = "generated")
    String testRows = "generated";

    /** How long a file may run before it is cancelled, {@code 30s} or {@code 5min}; {@code 0} means for ever. */
    @Parameter(property = "migrate.testTimeout", defaultValue = "10min")
    String testTimeout = "10min";

    /**
     * The role that runs the migrations: {@code owner}, who is no superuser, as on Supabase or RDS, but may create roles,
     * databases and the extensions that such a service allows; or {@code superuser}. Defaults to {@code owner} if the prelude
     * is {@code supabase}.
     */
    @Parameter(property = "migrate.testRole")
    @Nullable
    String testRole;

    /**
     * Where the server comes from that the proof starts: {@code embedded}, or {@code testcontainers} for a container, which
     * needs Docker.
     */
    @Parameter(property = "migrate.provider", defaultValue = "embedded")
    String provider = "embedded";

    /**
     * The image of the container, {@code pgvector/pgvector:pg18}, {@code postgis/postgis:18-3.6} or any other that starts as
     * the official one does. The proof begins with the database that it makes. Defaults to {@code postgres} with the major
     * version that {@code postgresVersion} names.
     */
    @Parameter(property = "migrate.image")
    @Nullable
    String image;

    /**
     * A database that is there already, instead of a server that is started: an empty one, which is empty again afterwards;
     * with {@code rehearse} a copy of production. By default {@code MIGRATE_TEST_URL}, else none.
     */
    @Parameter(property = "migrate.testUrl")
    @Nullable
    String testUrl;

    /** The role that connects to {@code testUrl}; its password is in {@code MIGRATE_TEST_PASSWORD} or {@code testServerId}. */
    @Parameter(property = "migrate.testUser")
    @Nullable
    String testUser;

    /** The server in {@code settings.xml} that holds the role and the password for {@code testUrl}. */
    @Parameter(property = "migrate.testServerId")
    @Nullable
    String testServerId;

    /**
     * Whether {@code testUrl} is a copy of production, such as a restored backup, on which the pending migrations are applied
     * for real, with their durations, locks and rows in the report. They stay applied there.
     */
    @Parameter(property = "migrate.rehearse", defaultValue = "false")
    boolean rehearse;

    /** The schema that holds the history, of the copy and of the database for {@code onlyPending}. */
    @Parameter(property = "migrate.historySchema", defaultValue = "migrate")
    String historySchema = "migrate";

    /** The table that holds the history, of the copy and of the database for {@code onlyPending}. */
    @Parameter(property = "migrate.historyTable", defaultValue = "schema_migrations")
    String historyTable = "schema_migrations";

    /** Whether other histories in the database may contain the same files, for example where each tenant has its own. */
    @Parameter(property = "migrate.historyPerTenant", defaultValue = "false")
    boolean historyPerTenant;

    /**
     * The file with the schema that the migrations make, {@code db/schema.sql}, as {@code migrate:schema} writes it; the goal
     * fails where it is not of these migrations. By default there is none.
     */
    @Parameter(property = "migrate.schemaFile")
    @Nullable
    String schemaFile;

    /**
     * Whether to examine the health of the schema that the migrations make as well, {@code rules} and {@code categories} with
     * the severities of its checks; see {@code migrate:health}.
     */
    @Parameter(property = "migrate.health", defaultValue = "false")
    boolean health;

    @Inject
    TestMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        this.resolver = resolver;
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            ConnectionTarget named = new TestDatabase(this, decrypter).targetOrNull();
            if (rehearse) {
                return rehearsed(folders, named);
            }
            TestServers servers = new TestServers(resolver, this);
            if (named != null) {
                servers.refuse();
            }
            Result proved = Test.run(new Test.Request(
                    folders,
                    preludesOrNull(folders),
                    searchPath == null ? List.of() : searchPath,
                    LintParameters.runner(runner),
                    named == null ? servers.server() : TestMojo::noServer,
                    settings(),
                    named));
            return Health.judged(
                    SchemaFile.judged(proved, folders, SchemaMojo.fileOrNull(schemaFile, folders)),
                    health ? examination(folders) : null);
        });
    }

    private static DisposablePostgres noServer() {
        throw new IllegalStateException("A proof on a database that is named starts no server.");
    }

    private @Nullable List<SqlFile> preludesOrNull(MigrationFolders folders) throws MojoExecutionException {
        return prelude == null || prelude.isEmpty() ? null : PreludeParameter.files(prelude, folders.base());
    }

    private Health.Request examination(MigrationFolders folders) throws MojoExecutionException {
        return new HealthParameters(resolver, this)
                .request(
                        folders,
                        LintParameters.severities(this),
                        null,
                        new Exclusions(HistoryTable.DEFAULT_SCHEMA, HistoryTable.DEFAULT_NAME, false),
                        preludesOrNull(folders),
                        searchPath == null ? List.of() : searchPath);
    }

    private Result rehearsed(MigrationFolders folders, @Nullable ConnectionTarget named) throws MojoExecutionException {
        if (named == null) {
            throw new MojoExecutionException("A rehearsal runs on a copy of production, and none is named: set"
                    + " -Dmigrate.testUrl (or MIGRATE_TEST_URL) to the database that the backup was restored to.");
        }
        HistoryTable history = DatabaseParameters.history(historySchema, historyTable, false);
        Duration limit = DatabaseParameters.timeout("testTimeout", testTimeout, ProofSettings.LIMIT);
        return Rehearsal.run(new Rehearsal.Request(
                folders,
                new Database(named, history),
                new MigratorSettings(
                        history,
                        null,
                        false,
                        new SessionSettings(MigratorSettings.LOCK_TIMEOUT, limit),
                        MigratorSettings.LOCK_WAIT,
                        RetryPolicy.DEFAULT,
                        null,
                        Module.require(execution).getVersion()),
                getLog()::warn,
                new ApplyLog(getLog(), false)));
    }

    private ProofSettings settings() throws MojoExecutionException {
        return new ProofSettings(
                LintParameters.rerun(rerun),
                LintParameters.lintFrom(lintFrom),
                since,
                seeds == null ? null : seeds.toPath(),
                DatabaseParameters.timeout("testTimeout", testTimeout, ProofSettings.LIMIT),
                LintParameters.testRows(testRows),
                LintParameters.testRole(testRole),
                new DeployedDatabase(this, decrypter).databaseOrNull());
    }
}
