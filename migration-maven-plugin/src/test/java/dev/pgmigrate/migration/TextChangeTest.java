package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.SourceRange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextChangeTest {
    private static final String BEFORE = "-- päper\nCREATE TABLE t (\n  id int\n);\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id int | id bigint | bigint", // one letter more than what differs: the range is the smallest
                "päper | pǟper | ǟ",
                "CREATE | CREATE UNLOGGED | UNLOGGED",
            })
    void theRangeHoldsWhatIsNewInCharactersAndInBytes(String old, String replacement, String within) {
        String now = BEFORE.replace(old, replacement);

        TextChange change = TextChange.between(BEFORE, now).orElseThrow();

        byte[] bytes = now.getBytes(StandardCharsets.UTF_8);
        String changed =
                new String(Arrays.copyOfRange(bytes, change.firstByte(), change.endByte()), StandardCharsets.UTF_8);
        assertThat(changed)
                .isEqualTo(now.substring(change.range().start(), change.range().end()))
                .isNotEmpty();
        assertThat(changed.length()).isLessThanOrEqualTo(within.length() + 1);
        // What stands around it is as it was.
        assertThat(BEFORE).startsWith(now.substring(0, change.range().start()));
        assertThat(BEFORE).endsWith(now.substring(change.range().end()));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abcd, 3, 4",
        "abc, xabc, 0, 1",
        "aa, aaa, 2, 3",
        "abc, ab, 2, 2",
        "abc, bc, 0, 0",
        "a😀b, a😁b, 1, 3"
    })
    void theRangeIsTheSmallestAndCutsNoCharacter(String before, String now, int start, int end) {
        assertThat(TextChange.between(before, now).orElseThrow().range()).isEqualTo(new SourceRange(start, end));
    }

    @Test
    void whatTheChecksumLeavesOutIsNoChange() {
        String same = "\uFEFF-- migrate:timeout lock=3s\r\n" + BEFORE.replace("\n", "\r\n");

        assertThat(TextChange.between(BEFORE, same)).isEmpty();
        assertThat(Checksum.of(same)).isEqualTo(Checksum.of(BEFORE));
    }

    @Test
    void aPlaceIsOneInTheFileAsItIs() {
        String now = "\uFEFF-- migrate:timeout lock=3s\r\n"
                + BEFORE.replace("\n", "\r\n").replace("int", "text");

        TextChange change = TextChange.between(BEFORE, now).orElseThrow();

        assertThat(now.substring(change.range().start(), change.range().end())).isEqualTo("tex");
        assertThat(TextChange.between(BEFORE, BEFORE.replace("  id int\n", ""))
                        .orElseThrow()
                        .range()
                        .length())
                .isZero();
    }

    @Test
    void halfACharacterIsNoChange() {
        TextChange change = TextChange.between("SELECT '😀';", "SELECT '😁';").orElseThrow();

        assertThat(change.range().length()).isEqualTo(2);
        assertThat(change.endByte() - change.firstByte()).isEqualTo(4);
    }
}
