package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationVersionTest {
    @ParameterizedTest
    @CsvSource({
        "1, 001",
        "20250115_001, 20250115_1",
        "2025_01_15_001, 20250115_001",
        "1.2, 1.2.0",
        "1.2, 01.02",
        "2025_01_15, 20250115",
        "0, 0.0",
        "00000000000000000000000000000000000000000001, 1"
    })
    void equalsWhateverIsTheSameNumber(String one, String other) {
        assertThat(MigrationVersion.of(one))
                .isEqualTo(MigrationVersion.of(other))
                .hasSameHashCodeAs(MigrationVersion.of(other))
                .isEqualByComparingTo(MigrationVersion.of(other));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1.2, 1.2.1", "1_0, 1", "20250115_001, 20250115_002", "2025_01, 202501"})
    void differsWhereANumberDoes(String one, String other) {
        assertThat(MigrationVersion.of(one))
                .isNotEqualTo(MigrationVersion.of(other))
                .doesNotHaveSameHashCodeAs(MigrationVersion.of(other));
    }

    @Test
    void ordersByNumbersDatesAndTimes() {
        List<String> ordered = List.of(
                "1",
                "2",
                "2.1",
                "10",
                "12345678",
                "20250115",
                "20250115093000",
                "20250115_001",
                "20250115_010",
                "20250116000000",
                "2025_01_16_002",
                "99999999999999999999999999999999");
        List<MigrationVersion> shuffled =
                new ArrayList<>(ordered.stream().map(MigrationVersion::of).toList());
        Collections.shuffle(shuffled, new Random(7));
        Collections.sort(shuffled);

        assertThat(shuffled).map(MigrationVersion::toString).containsExactlyElementsOf(ordered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1a", "_1", "1_", "1..2", "-1", " 1", "١"})
    void refusesWhatIsNoVersion(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationVersion.of(text))
                .withMessageContaining("\"" + text + "\"");
    }
}
