package dev.pgmigrate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session is as {@code psql} would have it, and our own SQL in it as we would. */
class ServerConnectionTest {
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void hasTheSettingsOfServerDatabaseRoleAndUrl(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        assertThat(settings(database)).containsExactly("UTC", "ISO, MDY", "\"$user\", public", "1");
        alter(database, "SET timezone = 'Asia/Kolkata'");
        alter(database, "SET datestyle = 'German, DMY'");
        alter(database, "SET search_path = app");
        alter(database, "SET extra_float_digits = 0");

        assertThat(settings(database)).containsExactly("Asia/Kolkata", "German, DMY", "app", "0");
        assertThat(settings(
                        database.with("options", "-c TimeZone=America/New_York").with("currentSchema", "other")))
                .containsExactly("America/New_York", "German, DMY", "other", "0");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void hasNoTimeoutsOfRoleOrDatabase(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        for (String timeout : List.of(
                "statement_timeout", "lock_timeout", "idle_session_timeout", "idle_in_transaction_session_timeout")) {
            alter(database, "SET " + timeout + " = '5s'");
        }
        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query(
                            "SELECT current_setting(name) FROM pg_settings WHERE name LIKE '%\\_timeout' AND setting"
                                    + " <> '0' AND name IN ('statement_timeout', 'lock_timeout', 'idle_session_timeout',"
                                    + " 'idle_in_transaction_session_timeout')",
                            row -> row.getString(1)))
                    .isEmpty();
            assertThat(connection.queryOne("SHOW client_connection_check_interval", row -> row.getString(1)))
                    .hasValue("2s");
        }
    }

    @Test
    void aDateStyleOfAFileEndsNothing() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            for (String style : List.of("SQL, DMY", "Postgres, YMD", "German", "ISO, DMY")) {
                connection.execute("SET datestyle = '" + style + "'");
            }
            assertThat(connection.queryOne("SHOW datestyle", row -> row.getString(1)))
                    .hasValue("ISO, DMY");
            assertThat(connection
                            .ours()
                            .queryOne(
                                    "SELECT timestamptz '2026-01-31 12:00Z'",
                                    row -> row.getTimestamp(1).toInstant()))
                    .hasValueSatisfying(instant -> assertThat(instant).isEqualTo("2026-01-31T12:00:00Z"));
        }
    }

    @Test
    void keepsNoRowsThatNobodyReads() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            Runtime runtime = Runtime.getRuntime();
            connection.execute("SELECT repeat('x', 1000) FROM generate_series(1, 1000)");
            long before = runtime.totalMemory() - runtime.freeMemory();

            connection.execute("SELECT repeat('x', 1000) FROM generate_series(1, 300000)");

            assertThat(runtime.totalMemory() - runtime.freeMemory() - before).isLessThan(200_000_000);
            assertThat(connection.ask("SELECT true; SELECT repeat('x', 1000) FROM generate_series(1, 300000)"))
                    .isTrue();
            assertThat(connection.query("SELECT generate_series(1, 3)", row -> row.getInt(1)))
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void handsNoticesOver() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            List<ServerNotice> notices = new ArrayList<>();
            connection.onNotice(notices::add);

            connection.execute(
                    "DO $$ BEGIN RAISE WARNING 'skipped: %', 17 USING HINT = 'look'; RAISE NOTICE 'done'; END $$");

            assertThat(notices)
                    .extracting(ServerNotice::severity, ServerNotice::message)
                    .containsExactly(tuple("WARNING", "skipped: 17"), tuple("NOTICE", "done"));
            assertThat(notices.get(0).hint()).hasValue("look");
        }
    }

    @Test
    void ownSqlLeavesTheSessionAsItWas() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("CREATE TABLE pg_class (relname text); CREATE SCHEMA app; SET search_path = app, public,"
                    + " pg_catalog");

            assertThat(connection.ours().queryOne("SELECT count(*) > 100 FROM pg_class", row -> row.getBoolean(1)))
                    .hasValue(true);
            assertThatThrownBy(() -> connection.ours().query("SELECT 1 / 0", row -> row.getInt(1)))
                    .isInstanceOf(ServerException.class);
            assertThat(connection.inTransaction()).isFalse();
            assertThat(connection.queryOne("SHOW search_path", row -> row.getString(1)))
                    .hasValue("app, public, pg_catalog");
            assertThat(connection.ours().update("INSERT INTO public.pg_class VALUES ('a'), (?)", "b"))
                    .isEqualTo(2);
            assertThat(connection.query("SELECT relname FROM public.pg_class", row -> row.getString(1)))
                    .containsExactly("a", "b");
        }
    }

    /** What it did was answered; a server that crashed meanwhile takes nothing of that back. */
    @Test
    void aSessionThatIsGoneIsClosedWithoutAnError() throws Exception {
        try (SqlProxy proxy = SqlProxy.before(TestPostgres.of(18).newDatabase())) {
            ServerConnection connection = ServerConnection.open(proxy.target());
            connection.execute("SELECT 1");

            proxy.reset();
            connection.close();

            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void anErrorThatEndsTheSessionSaysSoWhateverItsCode() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("SET transaction_timeout = '50ms'");
            connection.execute("BEGIN");

            assertThatThrownBy(() -> connection.execute("SELECT pg_sleep(5)"))
                    .isInstanceOfSatisfying(ServerException.class, e -> {
                        assertThat(e.connectionLost()).isTrue();
                        assertThat(e.error().sqlState()).isEqualTo("25P04");
                    });
        }
    }

    @Test
    @Timeout(60)
    void isTheSameThroughTls(@TempDir Path folder) throws Exception {
        try (DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(18))) {
            ConnectionTarget database = server.createDatabase("encrypted");
            alter(database, "SET timezone = 'Asia/Kolkata'");
            alter(database, "SET datestyle = 'SQL, DMY'");
            try (ServerConnection connection = ServerConnection.open(database)) {
                turnTlsOn(connection, folder);
            }
            ConnectionTarget encrypted = database.with("sslmode", "require");
            String ssl = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
            while (!isEncrypted(encrypted, ssl)) {
                Thread.onSpinWait(); // until the server has read its configuration again
            }

            assertThat(settings(encrypted)).startsWith("Asia/Kolkata", "SQL, DMY");
            assertThat(settings(encrypted.with("sslfactory", "org.postgresql.ssl.NonValidatingFactory")))
                    .startsWith("Asia/Kolkata", "SQL, DMY");
        }
    }

    private static boolean isEncrypted(ConnectionTarget target, String ssl) {
        try (ServerConnection connection = ServerConnection.open(target)) {
            return connection.queryOne(ssl, row -> row.getBoolean(1)).orElseThrow();
        } catch (ConnectException e) {
            assertThat(e.reason()).isEqualTo(ConnectException.Reason.TLS);
            return false;
        }
    }

    private static void turnTlsOn(ServerConnection connection, Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(keytool(store)).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        write(
                connection,
                "server.key",
                "PRIVATE KEY",
                keys.getKey("server", "secret".toCharArray()).getEncoded());
        write(
                connection,
                "server.crt",
                "CERTIFICATE",
                keys.getCertificate("server").getEncoded());
        connection.execute("ALTER SYSTEM SET ssl = on");
        connection.execute("SELECT pg_reload_conf()");
    }

    private static List<String> keytool(Path store) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret",
                "-keystore",
                store.toString());
    }

    /** The server writes it itself, so that it has the owner that the server asks for. */
    private static void write(ServerConnection connection, String file, String type, byte[] content)
            throws IOException {
        Path path = Path.of(
                connection
                        .queryOne("SHOW data_directory", row -> row.getString(1))
                        .orElseThrow(),
                file);
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        connection.execute("COPY (SELECT regexp_split_to_table('-----BEGIN " + type + "-----\n" + text + "\n-----END "
                + type + "-----', E'\\n')) TO '" + path + "'");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    private static List<String> settings(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("SET timezone = 'Asia/Tokyo'; SET datestyle = 'ISO, YMD'; RESET ALL");
            return connection
                    .queryOne(
                            "SELECT current_setting('timezone'), current_setting('datestyle'),"
                                    + " current_setting('search_path'), current_setting('extra_float_digits')",
                            row -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                    .orElseThrow();
        }
    }

    private static void alter(ConnectionTarget database, String change) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            String name = connection
                    .queryOne("SELECT current_database()", row -> row.getString(1))
                    .orElseThrow();
            connection.execute("ALTER DATABASE " + name + " " + change);
        }
    }
}
