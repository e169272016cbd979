package dev.pgmigrate.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnHistoriesTest {
    /** So that each truth law judges more than a thousand histories in a clone that has nothing beside it. */
    @Test
    void thereAreMoreThanAThousandOfEachForm() throws IOException {
        if (LawFiles.areAll()) {
            assertThat(OwnHistories.texts()).hasSizeGreaterThan(1000);
            assertThat(OwnHistories.folders()).hasSizeGreaterThan(1000);
        }
    }

    @Test
    void nameIsGivenOnceAndHistoriesAreNotCopies() throws IOException {
        assertThat(OwnHistories.texts()).extracting(OwnHistories.Text::name).doesNotHaveDuplicates();
        List<OwnHistories.Own> written = OwnHistories.all().stream()
                .filter(own -> own.name().startsWith("histories/"))
                .toList();
        assertThat(written)
                .extracting(own -> own.history().files().values().toString())
                .doesNotHaveDuplicates();
    }
}
