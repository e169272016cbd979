package dev.pgmigrate.plugin;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.RetryPolicy;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.goal.Database;
import dev.pgmigrate.goal.DisposableDatabase;
import dev.pgmigrate.goal.ProtectedDatabases;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Timeout;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.Credentials;
import dev.pgmigrate.server.DatabaseSources;
import dev.pgmigrate.server.DatabaseUrl;
import dev.pgmigrate.server.LockWaits;
import dev.pgmigrate.server.SessionSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Resolves the database that the pom, the command line or the environment names. */
final class DatabaseParameters {
    private final AbstractDatabaseMojo mojo;
    private final RepositorySystem resolver;
    private final SettingsDecrypter decrypter;
    private final MavenSession session;

    DatabaseParameters(AbstractDatabaseMojo mojo, RepositorySystem resolver, SettingsDecrypter decrypter) {
        this.mojo = mojo;
        this.resolver = resolver;
        this.decrypter = decrypter;
        this.session = Module.require(mojo.session);
    }

    /** Returns whether a database is configured for this tool, without resolving it. */
    static boolean isNamed(AbstractDatabaseMojo mojo) {
        return Stream.of(
                        Module.require(mojo.session).getUserProperties().getProperty(ParameterNames.URL),
                        mojo.url,
                        Module.require(mojo.project).getProperties().getProperty(ParameterNames.URL),
                        System.getenv("MIGRATE_URL"))
                .anyMatch(value -> value != null && !value.isBlank());
    }

    /** Returns the database, if one is configured for this tool. */
    @Nullable
    Database configured() throws MojoExecutionException {
        Optional<DatabaseSources.Choice> choice = sources().configured();
        return choice.isPresent() ? database(choice.get()) : null;
    }

    /** Returns the database for a goal that needs one. */
    Database required() throws MojoExecutionException {
        return database(sources().required());
    }

    /** Returns the database of {@code url}, with the same credentials as the one that is configured. */
    Database named(String url) throws MojoExecutionException {
        return database(sources(url).required());
    }

    /**
     * Returns the database of a goal that changes it.
     *
     * @param changes whether this run does; a protected database then has to be confirmed
     */
    Database writable(AbstractWritingMojo goal, boolean changes) throws MojoExecutionException {
        List<String> patterns = goal.protectedDatabases == null ? List.of() : goal.protectedDatabases;
        ProtectedDatabases protectedDatabases = new ProtectedDatabases(patterns);
        DatabaseSources.Choice choice = sources().required();
        if (changes && choice instanceof DatabaseSources.Choice.Existing existing) {
            // A pom that confirms what it protects would protect nothing.
            String typed = session.getUserProperties().getProperty("migrate.confirm");
            protectedDatabases.require(existing.target(), typed);
        }
        return database(choice);
    }

    /** Returns the settings for running migrations. */
    MigratorSettings settings(AbstractRunMojo goal, @Nullable String target, boolean outOfOrder)
            throws MojoExecutionException {
        SessionSettings timeouts = new SessionSettings(
                timeout("lockTimeout", goal.lockTimeout, MigratorSettings.LOCK_TIMEOUT),
                timeout("statementTimeout", goal.statementTimeout, Duration.ZERO));
        return settings(target, outOfOrder, timeouts).as(goal.role == null || goal.role.isBlank() ? null : goal.role);
    }

    /** Returns the settings of a goal that changes the history and runs no migration. */
    MigratorSettings settings() throws MojoExecutionException {
        return settings(null, false, new SessionSettings(MigratorSettings.LOCK_TIMEOUT, Duration.ZERO));
    }

    private MigratorSettings settings(@Nullable String target, boolean outOfOrder, SessionSettings timeouts)
            throws MojoExecutionException {
        return new MigratorSettings(
                history(),
                target,
                outOfOrder,
                timeouts,
                timeout("lockWait", mojo.lockWait, MigratorSettings.LOCK_WAIT),
                RetryPolicy.DEFAULT,
                commit(),
                Module.require(mojo.execution).getVersion());
    }

    private DatabaseSources sources() throws MojoExecutionException {
        return sources(url(mojo, mojo.url));
    }

    private DatabaseSources sources(@Nullable String url) throws MojoExecutionException {
        return new DatabaseSources(
                url,
                new Credentials(mojo.user, session.getUserProperties().getProperty("migrate.password")),
                new SettingsServer(session, decrypter).credentials(mojo.serverId),
                System.getenv(),
                new Module(mojo).typed());
    }

    /** Returns the value from the command line, else from the pom, as a parameter or a property. */
    static @Nullable String url(AbstractMigrateMojo mojo, @Nullable String url) throws MojoExecutionException {
        if (url != null && DatabaseUrl.holdsPassword(url)) {
            // Maven prints parameters with -X before a goal runs.
            throw new MojoExecutionException(
                    "The <url> in the pom contains a password, which Maven prints with -X and git keeps: remove it,"
                            + " and name a server in settings.xml with <serverId>, or set MIGRATE_PASSWORD.");
        }
        return Stream.of(
                        Module.require(mojo.session).getUserProperties().getProperty(ParameterNames.URL),
                        url,
                        Module.require(mojo.project).getProperties().getProperty(ParameterNames.URL))
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private Database database(DatabaseSources.Choice choice) throws MojoExecutionException {
        if (choice instanceof DatabaseSources.Choice.Embedded embedded) {
            HistoryTable history = history();
            List<SqlFile> preludes = PreludeParameter.files(mojo.prelude, new Module(mojo).base());
            ConnectionTarget target = EmbeddedDatabases.of(
                    session,
                    new PostgresJars(resolver, mojo),
                    embedded.version(),
                    Module.require(mojo.project).getArtifactId(),
                    made -> DisposableDatabase.prepare(made, preludes, history));
            return new Database(target, history, waits());
        }
        return new Database(((DatabaseSources.Choice.Existing) choice).target(), history(), waits());
    }

    private LockWaits waits() throws MojoExecutionException {
        return new LockWaits(
                timeout("lockWait", mojo.lockWait, MigratorSettings.LOCK_WAIT), new WaitLog(mojo.getLog())::locked);
    }

    HistoryTable history() throws MojoExecutionException {
        return history(mojo.historySchema, mojo.historyTable, mojo.historyPerTenant);
    }

    /** Returns the history of these names. */
    static HistoryTable history(String schema, String table, boolean perTenant) throws MojoExecutionException {
        try {
            return new HistoryTable(schema, table, perTenant);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Returns the commit, read from the variables of the usual build servers. */
    private static @Nullable String commit() {
        return Stream.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT", "BUILD_SOURCEVERSION")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** Returns the duration that a parameter says. */
    static Duration timeout(String parameter, @Nullable String value, Duration usual) throws MojoExecutionException {
        if (value == null || value.isBlank()) {
            return usual;
        }
        return Timeout.parse(value)
                .orElseThrow(() -> new MojoExecutionException(
                        "The parameter " + parameter + " is \"" + value + "\"; it takes " + Timeout.FORM + "."));
    }
}
