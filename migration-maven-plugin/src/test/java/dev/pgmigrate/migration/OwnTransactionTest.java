package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTransactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN; CREATE TABLE a (); COMMIT;",
                "START TRANSACTION ISOLATION LEVEL SERIALIZABLE; SELECT 1; END;",
                "-- why\nBEGIN WORK; SAVEPOINT s; SELECT 1; ROLLBACK TO s; RELEASE s; COMMIT WORK;",
                "-- migrate:transaction off\nBEGIN; SELECT 1; COMMIT AND NO CHAIN;",
            })
    void onePairAroundTheFileIsItsOwn(String sql) {
        SqlFile file = file(sql);

        assertThat(file.ownTransaction().isPair()).isTrue();
        assertThat(file.ownTransaction().foreign()).isEmpty();
        assertThat(file.transactionMode()).isEqualTo(TransactionMode.TRANSACTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN; CREATE TABLE a (); COMMIT; BEGIN; CREATE TABLE b (); COMMIT;",
                "BEGIN; SELECT 1; COMMIT AND CHAIN;",
                "BEGIN; SELECT 1; ROLLBACK;",
                "BEGIN; SELECT 1; PREPARE TRANSACTION 'p';",
                "SET lock_timeout = '1s'; BEGIN; SELECT 1; COMMIT;",
                "BEGIN; SELECT 1; COMMIT; SELECT 2;",
                "SELECT 1; COMMIT;",
            })
    void everythingElseEndsAnothersTransaction(String sql) {
        SqlFile file = file(sql);

        assertThat(file.ownTransaction().isPair()).isFalse();
        assertThat(file.ownTransaction().foreign()).isNotEmpty();
    }

    private static SqlFile file(String sql) {
        return SqlFile.of(Path.of("001_a.sql"), "001_a.sql", sql);
    }
}
