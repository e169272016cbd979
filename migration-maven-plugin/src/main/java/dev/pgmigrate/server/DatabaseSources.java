package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.BadTargetException.Problem;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All sources that may name the database of a goal, in their order of precedence.
 *
 * <p>Variables of other tools, {@code DATABASE_URL} and libpq's, are used only for a goal from the command line: a build
 * must not change whichever database happens to be set in somebody's shell.
 *
 * @param urlOrNull the {@code migrate.url} parameter
 * @param given the parameters {@code migrate.user} and {@code migrate.password}
 * @param server what {@code migrate.serverId} stands for in the settings
 * @param environment the environment's variables
 * @param typed whether the goal comes from the command line rather than from the lifecycle
 */
public record DatabaseSources(
        @Nullable String urlOrNull,
        Credentials given,
        Credentials server,
        Map<String, String> environment,
        boolean typed) {
    /** The variables of libpq (manual, 34.15 "Environment Variables") whose parameters have other names. */
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGHOSTADDR", "hostaddr"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGUSER", "user"),
            Map.entry("PGPASSWORD", "password"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGAPPNAME", "application_name"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGCLIENTENCODING", "client_encoding"),
            Map.entry("PGDATESTYLE", "datestyle"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGKRBSRVNAME", "krbsrvname"),
            Map.entry("PGLOADBALANCEHOSTS", "load_balance_hosts"),
            Map.entry("PGREQUIREAUTH", "require_auth"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
            Map.entry("PGTZ", "timezone"));

    public DatabaseSources {
        environment = Map.copyOf(environment);
    }

    /** The database of a goal: on an existing server, or on one to be started. */
    public sealed interface Choice {
        /** An existing server; {@code source} is what named it, such as {@code MIGRATE_URL}. */
        record Existing(ConnectionTarget target, String source) implements Choice {}

        /** A disposable server of this version. */
        record Embedded(PostgresVersion version) implements Choice {}
    }

    /**
     * Returns the database that is configured for this tool, if any; variables of other tools are ignored. For goals that
     * also work without a database.
     *
     * @throws BadTargetException if its configuration cannot be used
     */
    public Optional<Choice> configured() {
        if (urlOrNull != null) {
            return Optional.of(choice(urlOrNull, "migrate.url"));
        }
        return variable("MIGRATE_URL").map(url -> choice(url, "MIGRATE_URL"));
    }

    /**
     * Returns the database for a goal that cannot work without one.
     *
     * @throws BadTargetException if none is configured, or its configuration cannot be used
     */
    public Choice required() {
        Optional<Choice> choice = configured();
        if (choice.isEmpty() && typed) {
            choice = variable("DATABASE_URL")
                    .map(url -> choice(url, "DATABASE_URL"))
                    .or(this::libpq);
        }
        return choice.orElseThrow(this::missing);
    }

    private Choice choice(String url, String source) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        if (parsed instanceof DatabaseUrl.Embedded embedded) {
            return new Choice.Embedded(embedded.version());
        }
        return existing((DatabaseUrl.Remote) parsed, source, Credentials.NONE);
    }

    private Choice existing(DatabaseUrl.Remote url, String source, Credentials last) {
        Credentials fallback = server.orElse(new Credentials(
                        variable("MIGRATE_USER").orElse(null),
                        variable("MIGRATE_PASSWORD").orElse(null)))
                .orElse(last);
        return new Choice.Existing(url.target(given, fallback), source);
    }

    private Optional<Choice> libpq() {
        if (variable("PGHOST").isEmpty()
                && variable("PGHOSTADDR").isEmpty()
                && variable("PGDATABASE").isEmpty()) {
            return Optional.empty();
        }
        LibpqParameters parameters = new LibpqParameters();
        VARIABLES.keySet().stream()
                .sorted() // PGHOSTADDR after PGHOST, which it overrides
                .forEach(name ->
                        variable(name).ifPresent(value -> parameters.put(VARIABLES.getOrDefault(name, name), value)));
        DatabaseUrl.Remote remote = parameters.remote();
        Credentials last = remote.credentials();
        return Optional.of(
                existing(new DatabaseUrl.Remote(remote.url(), Credentials.NONE, remote.parameters()), "PGHOST", last));
    }

    private BadTargetException missing() {
        if (variable("SUPABASE_SERVICE_ROLE_KEY").isPresent()) {
            return new BadTargetException(
                    Problem.NOT_A_PASSWORD,
                    "SUPABASE_SERVICE_ROLE_KEY is a key for the API, which cannot run SQL: set MIGRATE_URL to the"
                            + " connection string, which the dashboard shows under Connect.");
        }
        boolean ignored = !typed
                && (variable("DATABASE_URL").isPresent() || variable("PGHOST").isPresent());
        return new BadTargetException(
                Problem.MISSING,
                "No database is configured: set migrate.url (or MIGRATE_URL), for instance"
                        + " -Dmigrate.url=jdbc:postgresql://localhost/app, or -Dmigrate.url=embedded for a"
                        + " disposable one."
                        + (ignored ? " DATABASE_URL and PGHOST are not used by a goal that the lifecycle runs." : ""));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "DatabaseSources";
    }
}
