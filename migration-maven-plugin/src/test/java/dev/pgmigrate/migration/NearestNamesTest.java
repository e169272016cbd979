package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
    @ParameterizedTest
    @CsvSource({
        "lokc, lock", // swapped
        "loc, lock", // left out
        "lockk, lock", // typed twice
        "lick, lock", // another letter
        "LOCK, lock",
        "kcol, ''", // swapped twice is another word
        "ol, ''"
    })
    void aWordIsAsFarAsItsLettersAreMistyped(String written, String offered) {
        assertThat(String.join(",", NearestNames.of(written, List.of("lock", "a-statement-of-another-kind"))))
                .isEqualTo(offered);
    }

    @Test
    void theNearestComesFirstAndAmongEqualsTheAlphabet() {
        assertThat(NearestNames.of("tables", List.of("tablets", "cables", "tabled", "tables-of-all")))
                .first()
                .isEqualTo("cables");
        assertThat(NearestNames.of("table", List.of("tabel", "tables-of-all")))
                .containsExactly("tabel", "tables-of-all");
    }

    @Test
    void theQuestionOffersThem() {
        assertThat(NearestNames.question("tabel", List.of("table", "role"), "Choose one."))
                .isEqualTo("Did you mean table?");
        assertThat(NearestNames.question("x", List.of("table", "role"), "Choose one."))
                .isEqualTo("Choose one.");
    }
}
