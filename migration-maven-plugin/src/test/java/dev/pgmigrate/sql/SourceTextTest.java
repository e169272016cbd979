package dev.pgmigrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Places are what people count, line by line and sign by sign. */
class SourceTextTest {
    private static final String[] SIGNS = {"a", "é", "😀", "\n", "\r", "\r\n", "\ud83d", "\ude00", "bcdefg"};

    @Test
    void countsAsOneWhoReadsFromTheStart() {
        Random random = new Random(7);
        for (int lines = 1; lines < 400; lines *= 3) {
            StringBuilder signs = new StringBuilder();
            while (signs.length() < 5_000) {
                signs.append(SIGNS[random.nextInt(9) < 8 ? random.nextInt(3) : random.nextInt(9)]);
                signs.append(random.nextInt(1_000) < lines ? "\n" : "");
            }
            assertCounted(signs.toString());
        }
        assertCounted("");
        assertCounted("\n");
    }

    private static void assertCounted(String text) {
        SourceText source = SourceText.of(text);
        int line = 1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i > 0 && endsLine(text, i - 1)) {
                assertThat(source.line(line)).isEqualTo(text.substring(start, i).stripTrailing());
                line++;
                start = i;
            }
            int before = text.codePointCount(start, i);
            assertThat(source.position(i)).as("at %s", i).isEqualTo(new Position(line, before + 1));
            assertThat(source.lineStart(i)).as("at %s", i).isEqualTo(start);
        }
        assertThat(source.lineCount()).isEqualTo(line);
        assertThat(source.position(text.length() + 9)).isEqualTo(source.position(text.length()));
    }

    private static boolean endsLine(String text, int index) {
        char c = text.charAt(index);
        return c == '\n' || (c == '\r' && !text.startsWith("\n", index + 1));
    }
}
