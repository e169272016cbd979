package dev.pgmigrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaSnapshotTest {
    private static final String ALL = "dev.pgmigrate.server.TestPostgres#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void readsEachKindOfObject(TestPostgres postgres) throws IOException {
        try (ServerConnection connection = everything(postgres)) {
            Set<ObjectKind> missing = EnumSet.allOf(ObjectKind.class);
            SchemaSnapshot.read(connection)
                    .objects()
                    .forEach(object -> missing.remove(object.key().kind()));

            assertThat(missing)
                    .isEqualTo(
                            postgres.version().isAtLeast(15)
                                    ? Set.of()
                                    : EnumSet.of(ObjectKind.PUBLICATION_SCHEMA)); // of 15
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void isTheSameForTwoDatabasesThatTheSameStatementsMade(TestPostgres postgres) throws IOException {
        try (ServerConnection one = everything(postgres);
                ServerConnection other = postgres.connect()) {
            other.execute("CREATE TABLE before_all (a serial, b text); DROP TABLE before_all"); // other OIDs
            other.execute(resource("everything.sql"));

            SchemaSnapshot snapshot = SchemaSnapshot.read(one);
            SchemaSnapshot second = SchemaSnapshot.read(other);

            assertThat(second.text()).isEqualTo(snapshot.text());
            assertThat(second).isEqualTo(snapshot);
            assertThat(snapshot.differences(second, NameMatching.BY_NAME)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void callsNothingThatAUserHasMade(TestPostgres postgres) throws IOException {
        try (ServerConnection connection = everything(postgres)) {
            SchemaSnapshot before = SchemaSnapshot.read(connection);
            connection.execute("CREATE SCHEMA hostile");
            connection.execute(
                    "CREATE FUNCTION hostile.bite(oid, oid) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN RAISE"
                            + " 'bitten'; END$$;CREATE OPERATOR hostile.= (LEFTARG = oid, RIGHTARG = oid, FUNCTION ="
                            + " hostile.bite);CREATE FUNCTION hostile.format_type(oid, integer) RETURNS text LANGUAGE sql"
                            + " AS $$SELECT 'bitten'$$;CREATE TABLE hostile.pg_class (); CREATE DOMAIN hostile.text AS"
                            + " int;CREATE TEMPORARY TABLE pg_class (); CREATE TEMPORARY TABLE pg_attribute ();CREATE"
                            + " DOMAIN pg_temp.regclass AS int; SET search_path = hostile, pg_catalog, public");

            SchemaSnapshot after = SchemaSnapshot.read(connection);

            assertThat(after.differences(before, NameMatching.BY_NAME))
                    .isNotEmpty()
                    .allMatch(difference -> difference.state() == SchemaDifference.State.MISSING
                            && (difference.key().schema() + difference.key().name()).contains("hostile"));
            assertThat(search(connection)).isEqualTo("hostile, pg_catalog, public");
        }
    }

    @Test
    void readsWithTheRightsOfAnybodyAndNamesWhatItCouldNotRead() throws IOException {
        try (ServerConnection connection = everything(TestPostgres.of(18))) {
            SchemaSnapshot all = SchemaSnapshot.read(connection);
            connection.execute("REVOKE USAGE ON SCHEMA public FROM PUBLIC");
            SchemaSnapshot revoked = SchemaSnapshot.read(connection);
            connection.execute("SET ROLE pg_signal_backend");

            SchemaSnapshot seen = SchemaSnapshot.read(connection);

            assertThat(all.unread()).isEmpty();
            assertThat(seen.unread()).containsExactly("options of user mapping remote.public");
            assertThat(seen.differences(revoked, NameMatching.BY_NAME))
                    .extracting(difference ->
                            difference.key() + " " + difference.property().orElse(""))
                    .containsExactly("user mapping remote.public options");
        }
    }

    @Test
    void namesTheCatalogThatItMayNotRead() throws IOException {
        try (ServerConnection connection = everything(TestPostgres.of(18))) {
            SchemaSnapshot all = SchemaSnapshot.read(connection);
            connection.execute("REVOKE SELECT ON pg_policy FROM PUBLIC; SET ROLE pg_signal_backend");

            SchemaSnapshot seen = SchemaSnapshot.read(connection);

            assertThat(seen.unread())
                    .containsExactly(
                            "options of user mapping remote.public", "policy: permission denied for table pg_policy");
            assertThat(seen.objects()).hasSameSizeAs(all.objects()); // less the policy, plus what was revoked
        }
    }

    /** Half of it is read when somebody renames, drops and makes. */
    @Test
    void isOfOneMomentWhateverOthersChange() throws Exception {
        try (ServerConnection reader = TestPostgres.of(18).connect();
                ServerConnection other = ServerConnection.open(reader.target())) {
            reader.execute("CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE, CHECK (email <> ''))");
            reader.execute("CREATE VIEW emails AS SELECT email FROM users; CREATE INDEX gone ON users (email)");
            int pid = reader.queryOne("SELECT pg_backend_pid()", row -> row.getInt(1))
                    .orElseThrow();
            other.execute("BEGIN; LOCK TABLE pg_foreign_data_wrapper IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<SchemaSnapshot> reading =
                    CompletableFuture.supplyAsync(() -> SchemaSnapshot.read(reader));
            while (other.query("SELECT 1 FROM pg_locks WHERE NOT granted AND pid = " + pid, row -> 1)
                    .isEmpty()) {
                Thread.onSpinWait();
            }
            other.execute(
                    "ALTER TABLE users RENAME email TO mail; ALTER TABLE users ADD more int; DROP INDEX gone; COMMIT");

            SchemaSnapshot read = reading.get(1, TimeUnit.MINUTES);

            assertThat(read.text()).isEqualTo(SchemaSnapshot.read(other).text()).contains("mail");
            assertThat(read.unread()).isEmpty();
        }
    }

    @Test
    void seesWhatAnOpenTransactionSeesAndLeavesItAsItWas() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("BEGIN; CREATE TABLE here (); SET LOCAL search_path = public");

            SchemaSnapshot within = SchemaSnapshot.read(connection);

            assertThat(search(connection)).isEqualTo("public");
            connection.execute("ROLLBACK");
            SnapshotKey here = new SnapshotKey(ObjectKind.TABLE, "public", "", "here");
            assertThat(within.object(here)).isPresent();
            assertThat(SchemaSnapshot.read(connection).object(here)).isEmpty();
            assertThat(connection.inTransaction()).isFalse();
        }
    }

    @Test
    void showsNoSecret() throws IOException {
        try (ServerConnection connection = everything(TestPostgres.of(18))) {
            assertThat(SchemaSnapshot.read(connection).text())
                    .doesNotContain("swordfish")
                    .contains("password=********", "access_token=********", "user=ann", "work_mem");
        }
    }

    @Test
    void knowsWhatBelongsToAnExtension() throws IOException {
        try (ServerConnection connection = everything(TestPostgres.of(18))) {
            Map<String, List<SnapshotObject>> extensions = SchemaSnapshot.read(connection).objects().stream()
                    .filter(object -> object.extension().isPresent())
                    .collect(Collectors.groupingBy(object -> object.extension().orElseThrow()));

            assertThat(extensions.get("hstore"))
                    .extracting(object -> object.key().toString())
                    .contains("type public.hstore", "function public.akeys(public.hstore)");
            assertThat(extensions.get("plpgsql"))
                    .extracting(object -> object.key().toString())
                    .containsExactly("language plpgsql");
        }
    }

    private static String search(ServerConnection connection) {
        return connection
                .queryOne("SELECT current_setting('search_path')", row -> row.getString(1))
                .orElseThrow();
    }

    static ServerConnection everything(TestPostgres postgres) throws IOException {
        ServerConnection connection = postgres.connect();
        connection.execute(resource("everything.sql"));
        return connection;
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SchemaSnapshotTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
