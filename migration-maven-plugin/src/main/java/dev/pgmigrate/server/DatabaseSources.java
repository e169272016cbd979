package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.BadTargetException.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that may name the database of a goal, and the one order in which it is asked.
 *
 * <p>What somebody set for another tool, {@code DATABASE_URL} and libpq's variables, is taken only for a goal that was
 * typed: a build must not change whichever database happens to be in the shell of the one who runs it.
 *
 * @param urlOrNull the {@code migrate.url} parameter
 * @param given the parameters {@code migrate.user} and {@code migrate.password}
 * @param server what {@code migrate.serverId} stands for in the settings
 * @param environment the environment's variables
 * @param typed whether the goal was typed rather than run by the lifecycle
 */
public record DatabaseSources(
        @Nullable String urlOrNull,
        Credentials given,
        Credentials server,
        Map<String, String> environment,
        boolean typed) {
    private static final Map<String, String> LIBPQ_PARAMETERS = Map.of(
            "PGSSLMODE", "sslmode",
            "PGSSLROOTCERT", "sslrootcert",
            "PGSSLCERT", "sslcert",
            "PGSSLKEY", "sslkey",
            "PGOPTIONS", "options",
            "PGCONNECT_TIMEOUT", "connectTimeout");

    public DatabaseSources {
        environment = Map.copyOf(environment);
    }

    /** Where a goal's database is: a server that is there, or one to be started. */
    public sealed interface Choice {
        /** A server that is there; {@code source} is what named it, such as {@code MIGRATE_URL}. */
        record Existing(ConnectionTarget target, String source) implements Choice {}

        /** A disposable server of this version. */
        record Embedded(PostgresVersion version) implements Choice {}
    }

    /**
     * Returns the database that was named for this tool, if any; what is meant for other tools never counts. This is for
     * goals that work without a database as well.
     *
     * @throws BadTargetException if what names it cannot be used
     */
    public Optional<Choice> configured() {
        if (urlOrNull != null) {
            return Optional.of(choice(urlOrNull, "migrate.url", Credentials.NONE));
        }
        return variable("MIGRATE_URL").map(url -> choice(url, "MIGRATE_URL", Credentials.NONE));
    }

    /**
     * Returns the database for a goal that cannot work without one.
     *
     * @throws BadTargetException if nothing names one, or what names it cannot be used
     */
    public Choice required() {
        Optional<Choice> choice = configured();
        if (choice.isEmpty() && typed) {
            choice = variable("DATABASE_URL")
                    .map(url -> choice(url, "DATABASE_URL", Credentials.NONE))
                    .or(this::libpq);
        }
        return choice.orElseThrow(this::missing);
    }

    private Choice choice(String url, String source, Credentials last) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        if (parsed instanceof DatabaseUrl.Embedded embedded) {
            return new Choice.Embedded(embedded.version());
        }
        Credentials fallback = server.orElse(new Credentials(
                        variable("MIGRATE_USER").orElse(null),
                        variable("MIGRATE_PASSWORD").orElse(null)))
                .orElse(last);
        return new Choice.Existing(((DatabaseUrl.Remote) parsed).target(given, fallback), source);
    }

    private Optional<Choice> libpq() {
        Optional<String> host = variable("PGHOST");
        Optional<String> database = variable("PGDATABASE");
        if (host.isEmpty() && database.isEmpty()) {
            return Optional.empty();
        }
        if (host.filter(name -> name.startsWith("/")).isPresent()) {
            throw new BadTargetException(
                    Problem.UNIX_SOCKET,
                    "PGHOST names a Unix socket, which the driver cannot use: name a host, such as localhost.");
        }
        String url = "postgres://" + host.orElse("localhost")
                + variable("PGPORT").map(port -> ":" + port).orElse("") + "/";
        Credentials last = new Credentials(
                variable("PGUSER").orElse(null), variable("PGPASSWORD").orElse(null));
        Choice.Existing existing = (Choice.Existing) choice(url, "PGHOST", last);
        ConnectionTarget target = existing.target();
        Map<String, String> parameters = new TreeMap<>(target.parameters());
        LIBPQ_PARAMETERS.forEach(
                (name, parameter) -> variable(name).ifPresent(value -> parameters.put(parameter, value)));
        return Optional.of(new Choice.Existing(
                new ConnectionTarget(
                        target.url() + database.orElse(""), target.user(), target.passwordOrNull(), parameters),
                existing.source()));
    }

    private BadTargetException missing() {
        if (variable("SUPABASE_SERVICE_ROLE_KEY").isPresent()) {
            return new BadTargetException(
                    Problem.NOT_A_PASSWORD,
                    "SUPABASE_SERVICE_ROLE_KEY opens the API and cannot run SQL: set MIGRATE_URL to the connection string, which the dashboard shows under Connect.");
        }
        boolean ignored = !typed
                && (variable("DATABASE_URL").isPresent() || variable("PGHOST").isPresent());
        return new BadTargetException(
                Problem.MISSING,
                "No database is named: set migrate.url (or MIGRATE_URL), for instance -Dmigrate.url=jdbc:postgresql://localhost/app, or -Dmigrate.url=embedded for a disposable one."
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
