package dev.pgmigrate.server;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import java.util.Map;
import java.util.Optional;

/**
 * A real PostgreSQL for its creator alone, with its own port and its own password. It is removed when it is closed or when this
 * process ends in any way.
 */
public final class DisposablePostgres implements AutoCloseable {
    /** The role that {@link #giveToOwner} makes the owner of a database. */
    public static final String OWNER = "postgres";

    /** The template that has nothing of anybody's. */
    static final String NOTHING = "template0";

    /** The settings of superusers that hosted services let everybody's owner change. */
    private static final String SETTINGS_OF_OWNERS = "log_min_duration_statement, log_min_messages, log_statement,"
            + " session_replication_role, track_functions, track_io_timing";

    private static final int WITH_PARAMETER_RIGHTS = 15;

    private static final String COPY_THE_REST = """
        INSERT INTO pg_db_role_setting (setdatabase, setrole, setconfig)
            SELECT :copy, setrole, setconfig FROM pg_db_role_setting WHERE setdatabase = :original;
        UPDATE pg_database SET (datacl, datdba) = (SELECT o.datacl, o.datdba FROM pg_database o WHERE o.oid = :original)
            WHERE oid = :copy;
        INSERT INTO pg_shdescription (objoid, classoid, description)
            SELECT :copy, classoid, description FROM pg_shdescription
            WHERE objoid = :original AND classoid = 'pg_database'::regclass""";

    private final PrivateServer server;
    private final ServerConnection admin;
    private String superuser;

    private DisposablePostgres(PrivateServer server) {
        this.server = server;
        this.superuser = server.superuser();
        this.admin = ServerConnection.open(target(server.administration()));
    }

    /** Takes over a server that is ready for connections, and closes it if none is possible. */
    public static DisposablePostgres of(PrivateServer server) {
        try {
            return new DisposablePostgres(server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Starts a server that is ready for connections.
     *
     * @throws DisposablePostgresException if it does not start, with its output
     */
    public static DisposablePostgres start(PostgresBinaries binaries) {
        return of(LocalServer.start(binaries, true));
    }

    /** Like {@link #start(PostgresBinaries)}, for a server with more data than fits into memory. */
    static DisposablePostgres startOnDisk(PostgresBinaries binaries) {
        return of(LocalServer.start(binaries, false));
    }

    /** Creates a database as the server provides it, usually an empty one, and returns how to connect to it. */
    public synchronized ConnectionTarget createDatabase(String name) {
        String template = server.template();
        if (!hasContents()) {
            return createDatabase(name, template);
        }
        // What runs in the background of an image may be connected to it, and comes back.
        admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = " + Literal.quote(template));
        return copyDatabase(name, template);
    }

    /** Creates a copy of {@code template}, which must have no connections, and returns how to connect to it. */
    public synchronized ConnectionTarget createDatabase(String name, String template) {
        // From 15 on the default writes each page to the WAL, which takes twice as long where nothing is synced to
        // disk.
        String strategy = version().isAtLeast(15) ? " STRATEGY FILE_COPY" : "";
        admin.execute(
                "CREATE DATABASE " + Identifier.quote(name) + " TEMPLATE " + Identifier.quote(template) + strategy);
        return target(name);
    }

    /**
     * Creates a copy of {@code original} with what {@code CREATE DATABASE} leaves out: its settings, its privileges and
     * its comment (manual, CREATE DATABASE).
     */
    public synchronized ConnectionTarget copyDatabase(String name, String original) {
        ConnectionTarget copy = createDatabase(name, original);
        admin.execute(COPY_THE_REST
                .replace(":copy", "(SELECT oid FROM pg_database WHERE datname = " + Literal.quote(name) + ")")
                .replace(":original", "(SELECT oid FROM pg_database WHERE datname = " + Literal.quote(original) + ")"));
        return copy;
    }

    /**
     * Gives {@code database} to a role that is called {@link #OWNER} and is no superuser, as hosted services have it. A
     * superuser of that name gets the name {@code apart}.
     *
     * @return how to connect to it as superuser
     */
    public synchronized ConnectionTarget giveToOwner(String database, String apart) {
        if (superuser.equals(OWNER)) {
            renameSuperuser(database, apart);
        }
        if (!admin.ask("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + OWNER + "')")) {
            admin.execute("CREATE ROLE " + OWNER + " LOGIN CREATEDB CREATEROLE REPLICATION BYPASSRLS"
                    + "; GRANT pg_monitor, pg_read_all_data, pg_signal_backend TO " + OWNER + "; ALTER DATABASE "
                    + OWNER + " OWNER TO " + OWNER);
        }
        admin.execute("ALTER DATABASE " + Identifier.quote(database) + " OWNER TO " + OWNER);
        if (version().isAtLeast(WITH_PARAMETER_RIGHTS)) {
            admin.execute("GRANT SET ON PARAMETER " + SETTINGS_OF_OWNERS + " TO " + OWNER);
        }
        return target(database);
    }

    /** Nobody can rename itself (manual, ALTER ROLE). */
    private void renameSuperuser(String database, String apart) {
        String helper = "migrate_renames";
        admin.execute("CREATE ROLE " + helper + " SUPERUSER LOGIN PASSWORD " + Literal.quote(server.password()));
        try (ServerConnection other = ServerConnection.open(target(database, helper))) {
            other.execute("ALTER ROLE " + superuser + " RENAME TO " + Identifier.quote(apart)
                    + "; ALTER SCHEMA public OWNER TO pg_database_owner");
        }
        superuser = apart;
        admin.execute("DROP ROLE " + helper);
    }

    /** Drops a database, disconnecting everybody. */
    public synchronized void dropDatabase(String name) {
        admin.execute("DROP DATABASE " + Identifier.quote(name) + " WITH (FORCE)");
    }

    /** Returns how to connect to {@code database} as superuser. */
    public ConnectionTarget target(String database) {
        return target(database, superuser);
    }

    private ConnectionTarget target(String database, String user) {
        return new ConnectionTarget(
                "jdbc:postgresql://" + server.address() + "/" + database,
                user,
                server.password(),
                Map.of("sslmode", "disable"));
    }

    public PostgresVersion version() {
        return admin.version();
    }

    /** Returns whether new databases are not empty, since an image has made something that they are copies of. */
    public boolean hasContents() {
        return !server.template().equals(NOTHING);
    }

    /** Says what it is, for a report. */
    public String describe() {
        return server.describe(version());
    }

    /** Throws what explains a lost connection, if the server is no longer there. */
    public void requireRunning() {
        server.requireRunning();
    }

    /** Returns what the server could not write where it has dropped all sessions for want of room, to be asked after a loss. */
    public Optional<ServerError> fullDisk() {
        return server.fullDisk().map(said -> new ServerError(SqlState.DISK_FULL, said, null, null, 0, null));
    }

    /** Stops the server, disconnecting everybody, and removes it. */
    @Override
    public void close() {
        try {
            admin.close();
        } finally {
            server.close();
        }
    }
}
