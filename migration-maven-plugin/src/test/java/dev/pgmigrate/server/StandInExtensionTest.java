package dev.pgmigrate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the stand-ins, on real servers. */
class StandInExtensionTest {
    @Test
    void everyScriptIsOfAnExtension() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/dev/pgmigrate/server/extensions"))) {
            assertThat(scripts.map(script -> script.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(StandInExtension.values())
                            .map(extension -> extension.id() + ".sql")
                            .toList());
        }
    }

    /** A hosted server has a file of its own for each, which must not be mistaken for one of ours. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whoOwnsADatabaseCanCreateEachAndTheDatabaseKnowsThem(TestPostgres postgres) {
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("CREATE ROLE owner_of_stand_ins; DO $$ BEGIN EXECUTE format("
                    + "'GRANT CREATE ON DATABASE %I TO owner_of_stand_ins', current_database()); END $$;"
                    + " GRANT CREATE ON SCHEMA public TO owner_of_stand_ins; SET ROLE owner_of_stand_ins");
            List<String> all = Arrays.stream(StandInExtension.values())
                    .map(StandInExtension::id)
                    .toList();

            all.forEach(name -> connection.execute("CREATE EXTENSION " + name + " CASCADE"));
            connection.execute("CREATE EXTENSION pg_stat_statements; RESET ROLE");

            assertThat(StandIns.in(connection)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(StandIns.words(connection).get("vector")).contains("vector", "halfvec", "hnsw", "vector_ip_ops");
            assertThat(StandIns.words(connection).get("pg_cron")).containsExactly("cron", "pg_cron");
            connection.execute("DROP OWNED BY owner_of_stand_ins CASCADE; DROP ROLE owner_of_stand_ins");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatTheyMakeCanBeUsed(TestPostgres postgres) {
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("CREATE EXTENSION vector; CREATE EXTENSION postgis; CREATE EXTENSION pgmq;"
                    + " CREATE EXTENSION timescaledb; CREATE EXTENSION pg_cron; CREATE EXTENSION pg_uuidv7");
            connection.execute("""
                CREATE TABLE v (id int, e vector(3), h halfvec(3), s sparsevec(5));
                INSERT INTO v VALUES (1, '[1,2,3]', '[1,2,3]', '{1:1,3:2}/5'), (2, ARRAY[4,5,6], NULL, NULL);
                CREATE INDEX ON v USING hnsw (e vector_cosine_ops);
                CREATE INDEX ON v USING ivfflat (e);
                CREATE INDEX ON v USING hnsw ((e::halfvec(3)) halfvec_l2_ops);
                CREATE TABLE places (spot geometry(Point, 4326), area geography(Polygon),
                  lat float8, lng float8,
                  at geography GENERATED ALWAYS AS (st_setsrid(st_makepoint(lng, lat), 4326)::geography) STORED);
                INSERT INTO places (spot, lat, lng) SELECT st_point(i, i, 4326), i, i FROM generate_series(1, 1000) AS i;
                CREATE INDEX ON places USING gist (spot);
                CREATE INDEX ON places USING gist (at);
                SELECT count(*) FROM places WHERE st_dwithin(at, st_point(1, 2)::geography, 100) AND spot && st_makeenvelope(0, 0, 1, 1);
                SELECT pgmq.create('jobs'); SELECT pgmq.send('jobs', '{}'); SELECT pgmq.drop_queue('jobs');
                CREATE TABLE samples (at timestamptz NOT NULL, value float8);
                SELECT create_hypertable('samples', 'at', chunk_time_interval => INTERVAL '1 day', if_not_exists => true);
                SELECT create_hypertable('samples', by_range('at', INTERVAL '1 day'), if_not_exists => true);
                SELECT add_retention_policy('samples', INTERVAL '30 days');
                SELECT time_bucket('1 hour', at), last(value, at) FROM samples GROUP BY 1;
                SELECT cron.schedule('nightly', '0 3 * * *', 'VACUUM'); SELECT cron.unschedule('nightly')""");

            assertThat(connection.query(
                            "SELECT (e <-> '[3,1,2]')::numeric(9,4), e <#> '[1,1,1]', vector_dims(e) FROM v ORDER BY id",
                            row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)))
                    .containsExactly("2.4495 -6 3", "5.7446 -15 3");
            assertThat(connection.query(
                            "SELECT e.t::text, uuid_generate_v7()::text LIKE '________-____-7%' FROM (SELECT avg(e) AS t FROM v) e",
                            row -> row.getString(1) + row.getBoolean(2)))
                    .containsExactly("[2.5,3.5,4.5]true");
        }
    }
}
