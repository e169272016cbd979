package dev.pgmigrate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.schema.NameMatching;
import dev.pgmigrate.schema.SchemaSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a test gets is empty, whatever the one before has done. */
@Tag("server")
class TestPostgresTest {
    private static final Path EVERYTHING = Path.of("src/test/resources/dev/pgmigrate/schema/everything.sql");

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void clearedDatabaseIsLikeANewOne(TestPostgres postgres) {
        ConnectionTarget used = postgres.newDatabase();
        ConnectionTarget fresh = postgres.newDatabase();
        try (ServerConnection connection = ServerConnection.open(used);
                ServerConnection other = ServerConnection.open(fresh)) {
            SchemaSnapshot empty = SchemaSnapshot.read(other);
            connection.execute("CREATE SCHEMA shop; CREATE TABLE shop.carts (id int PRIMARY KEY);"
                    + " CREATE VIEW carts AS SELECT * FROM shop.carts; CREATE EXTENSION hstore;"
                    + " CREATE PUBLICATION carts FOR TABLE shop.carts; REVOKE ALL ON SCHEMA public FROM PUBLIC");
            ClearedDatabase.clear(connection);

            assertThat(SchemaSnapshot.read(connection).differences(empty, NameMatching.BY_NAME))
                    .isEmpty();
            assertThat(ClearedDatabase.isEmpty(connection, postgres.firstTransaction()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatCannotBeTakenBackIsSeen(TestPostgres postgres) throws IOException {
        for (String left : new String[] {
            "GRANT SELECT ON pg_catalog.pg_authid TO PUBLIC",
            "CREATE CAST (integer AS macaddr) WITH INOUT",
            "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
            "COMMENT ON FUNCTION pg_catalog.now() IS 'mine'",
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''8MB''', current_database()); END $$",
            "SELECT pg_catalog.lo_create(0)",
            "CREATE SUBSCRIPTION s CONNECTION 'host=nowhere' PUBLICATION far WITH (connect = false, slot_name = NONE)",
            Files.readString(EVERYTHING, StandardCharsets.UTF_8)
        }) {
            try (ServerConnection connection = ServerConnection.open(postgres.newDatabase())) {
                connection.execute(left);
                ClearedDatabase.clear(connection);

                assertThat(ClearedDatabase.isEmpty(connection, postgres.firstTransaction()))
                        .as(left)
                        .isFalse();
            }
        }
    }
}
