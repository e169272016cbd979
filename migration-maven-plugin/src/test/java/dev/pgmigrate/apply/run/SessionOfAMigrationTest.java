package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** While a migration runs, the settings are those of server, database, role and URL, as in {@code psql}. */
class SessionOfAMigrationTest {
    @TempDir
    private Path base;

    /** The driver would send the zone of the JVM and a DateStyle of its own. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void oneFileStoresOneInstantWhateverTheZoneOfTheJvm(TestPostgres postgres) throws Exception {
        new Folder(base).with("001_t.sql", """
            CREATE TABLE t (at timestamptz, text text);
            INSERT INTO t VALUES ('03/02/2026 10:00', timestamptz '2026-02-03 04:30Z'::text);
            CREATE TABLE p (at timestamptz) PARTITION BY RANGE (at);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('03/02/2026') TO ('04/02/2026');
            """);
        Set<List<String>> stored = new HashSet<>();
        for (String zone : List.of("UTC", "America/New_York", "Asia/Kolkata")) {
            ConnectionTarget database = postgres.newDatabase();
            try (ServerConnection connection = ServerConnection.open(database)) {
                String name = connection
                        .queryOne("SELECT current_database()", row -> row.getString(1))
                        .orElseThrow();
                connection.execute("ALTER DATABASE " + name + " SET timezone = 'Asia/Kolkata'");
                connection.execute("ALTER DATABASE " + name + " SET datestyle = 'SQL, DMY'");
            }
            apply(database, "-Duser.timezone=" + zone);
            try (ServerConnection connection = ServerConnection.open(database)) {
                connection.execute("SET timezone = 'UTC'; SET datestyle = 'ISO'");
                stored.add(connection
                        .queryOne(
                                "SELECT at::text, text, pg_get_expr(relpartbound, oid) FROM t, pg_class WHERE relname"
                                        + " = 'p1'",
                                row -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                        .orElseThrow());
            }
        }

        assertThat(stored)
                .containsExactly(List.of(
                        "2026-02-03 04:30:00+00",
                        "03/02/2026 10:00:00 IST",
                        "FOR VALUES FROM ('2026-02-02 18:30:00+00') TO ('2026-02-03 18:30:00+00')"));
    }

    @Test
    void nothingOfOneFileIsSeenByTheNext() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", """
            CREATE TABLE t (x text);
            SET search_path = ''; SET datestyle = 'German'; SET standard_conforming_strings = off;
            PREPARE p AS SELECT 1; LISTEN l; CREATE TEMP TABLE temporary ();
            DECLARE c CURSOR WITH HOLD FOR SELECT 1; SELECT pg_advisory_lock(4711);
            CREATE SEQUENCE public.s; SELECT nextval('public.s');
            """).with("002_b.sql", """
                INSERT INTO t SELECT name FROM pg_prepared_statements;
                INSERT INTO t SELECT name FROM pg_cursors WHERE is_holdable;
                INSERT INTO t SELECT pg_listening_channels();
                INSERT INTO t SELECT relname FROM pg_class WHERE relname = 'temporary';
                INSERT INTO t SELECT objid::text FROM pg_locks
                    WHERE locktype = 'advisory' AND objid = 4711 AND pid = pg_backend_pid();
                INSERT INTO t SELECT current_setting('standard_conforming_strings');
                """);

        assertThat(new Applier(folder).apply(database).failure()).isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query("SELECT x FROM t", row -> row.getString(1)))
                    .containsExactly("on");
        }
    }

    private void apply(ConnectionTarget database, String... options) throws Exception {
        assertThat(ApplierProcess.builder(base, database, options).start().waitFor())
                .isZero();
    }
}
