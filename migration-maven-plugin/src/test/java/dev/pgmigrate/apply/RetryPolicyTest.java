package dev.pgmigrate.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final ServerError LOCKED =
            new ServerError(SqlState.LOCK_NOT_AVAILABLE, "canceling statement", null, null, 0, null);

    @Test
    void aLongTryIsNotThrownAwayASecondTime() {
        assertThat(RetryPolicy.DEFAULT.again(LOCKED, 1, Duration.ofSeconds(59))).isTrue();
        assertThat(RetryPolicy.DEFAULT.again(LOCKED, 1, Duration.ofSeconds(60))).isFalse();
    }

    @Test
    void theLastTryIsTheLast() {
        assertThat(RetryPolicy.DEFAULT.again(LOCKED, 9, Duration.ZERO)).isTrue();
        assertThat(RetryPolicy.DEFAULT.again(LOCKED, 10, Duration.ZERO)).isFalse();
    }
}
