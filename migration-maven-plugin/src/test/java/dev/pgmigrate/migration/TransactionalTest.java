package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY i ON t (a)",
                "DROP INDEX CONCURRENTLY i",
                "REINDEX TABLE CONCURRENTLY t",
                "REINDEX SCHEMA s",
                "VACUUM t",
                "VACUUM (FULL) t",
                "CLUSTER",
                "CREATE DATABASE d",
                "DROP DATABASE d",
                "CREATE TABLESPACE s LOCATION '/x'",
                "DROP TABLESPACE s",
                "ALTER DATABASE d SET TABLESPACE s",
                "ALTER SYSTEM SET work_mem = '1MB'",
                "ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot = true)",
                "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (copy_data = false)",
                "REINDEX DATABASE",
                "REINDEX INDEX CONCURRENTLY i",
                "COMMIT PREPARED 'x'",
                "ROLLBACK PREPARED 'x'",
                "DISCARD ALL"
            })
    void runsOutsideATransactionOnly(String sql) {
        assertThat(of(sql)).isEqualTo(Transactional.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON t (a)",
                "DROP INDEX i",
                "ANALYZE t",
                "ALTER DATABASE d SET work_mem = '1MB'",
                "ALTER DATABASE d CONNECTION LIMIT 5",
                "ALTER TABLE t DETACH PARTITION p",
                "ALTER TABLE t DETACH PARTITION p FINALIZE",
                "ALTER TYPE e ADD VALUE 'x'",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (connect = false)",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot = Off)",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot = '0')",
                "ALTER SUBSCRIPTION s ADD PUBLICATION p WITH (refresh = false)",
                "ALTER SUBSCRIPTION s DISABLE",
                "ALTER PUBLICATION p ADD TABLE t",
                "DISCARD PLANS",
                "COMMIT",
                "SELECT 1"
            })
    void runsInsideATransaction(String sql) {
        assertThat(of(sql)).isEqualTo(Transactional.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL p()",
                "DO 'BEGIN END'",
                "REINDEX TABLE t",
                "CLUSTER t",
                "DROP SUBSCRIPTION s",
                "ALTER SUBSCRIPTION s SET (slot_name = none)"
            })
    void dependsOnMoreThanTheStatement(String sql) {
        assertThat(of(sql)).isEqualTo(Transactional.DEPENDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX CONCURRENTLY i ON t (a) | true",
                "SET lock_timeout = '1s'; CREATE INDEX CONCURRENTLY i ON t (a); DROP INDEX CONCURRENTLY j | true",
                "CREATE INDEX CONCURRENTLY i ON t (a); SELECT 1 | false",
                "SET lock_timeout = '1s' | false",
                "SELECT 1 | false"
            })
    void aFileIsOutsideATransactionIfAllOfItMustBe(String sql, boolean none) {
        SqlScript script = SqlParser.parse(SourceText.of(sql));

        assertThat(script.errors()).isEmpty();
        assertThat(Transactional.noneOf(script.statements())).isEqualTo(none);
    }

    private static Transactional of(String sql) {
        SqlScript script = SqlParser.parse(SourceText.of(sql));
        assertThat(script.errors()).isEmpty();
        return Transactional.of(script.statements().get(0));
    }
}
