package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that stays in its file is the same text, wherever its pages end. */
class FilePagesTest {
    private static final int PAGE = 1 << 16;
    private static final String TEXT =
            "-- migrate:up\r\nSELECT 'aß€😀';\r\n-- migrate:timeout lock=2s\n-- migrate:down\n\tDROP x;\r"
                    .repeat(PAGE / 20);

    @TempDir
    private Path folder;

    @Test
    void saysWhatTheFileSays() throws IOException {
        SourceText pages = SourceText.of(pages("\uFEFF" + TEXT));
        Random random = new Random(19);

        assertThat(pages.isLarge()).isTrue();
        assertThat(pages.text()).isEqualTo(TEXT);
        for (int i = 0; i < 200; i++) {
            int start = random.nextInt(TEXT.length());
            int end = start + random.nextInt(TEXT.length() - start);
            assertThat(pages.substring(start, end)).isEqualTo(TEXT.substring(start, end));
            assertThat(pages.charAt(start)).isEqualTo(TEXT.charAt(start));
            assertThat(pages.position(start)).isEqualTo(SourceText.of(TEXT).position(start));
            assertThat(pages.indexOf("€😀", start)).isEqualTo(TEXT.indexOf("€😀", start));
            assertThat(pages.lastIndexOf('x', start)).isEqualTo(TEXT.lastIndexOf('x', start));
        }
        assertThat(pages.indexOf("nowhere", 0)).isEqualTo(-1);
    }

    @Test
    void hasTheSameChecksumAndTheSameSections() throws IOException {
        SourceText pages = SourceText.of(pages(TEXT));
        Sections inPages = Sections.of(pages);
        Sections inString = Sections.of(SourceText.of(TEXT));

        assertThat(Checksum.of(pages.characters())).isEqualTo(Checksum.of(TEXT));
        assertThat(inPages.up().isLarge()).isTrue();
        assertThat(inPages.up().text()).isEqualTo(inString.up().text()).doesNotContain("DROP");
        assertThat(inPages.up().substring(10, PAGE + 10))
                .isEqualTo(inString.up().substring(10, PAGE + 10));
        assertThat(pages.masked(List.of(new SourceRange(1, 9)), '*').charAt(5)).isEqualTo('*');
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PAGE - 2, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE})
    void findsTheFirstByteThatIsNotUtf8(int offset) throws IOException {
        byte[] bytes = new byte[4 * PAGE];
        Arrays.fill(bytes, (byte) 'a');
        bytes[offset] = (byte) 0xE9;
        FilePages pages = FilePages.of(Files.write(folder.resolve("a.sql"), bytes), "a.sql");

        assertThat(pages.malformedAt()).isEqualTo(offset);
        assertThat(pages.length()).isEqualTo(offset);
    }

    @Test
    void findsACharacterThatIsCutOff() throws IOException {
        byte[] bytes = "a€".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("a.sql"), Arrays.copyOf(bytes, 3));

        assertThat(FilePages.of(file, "a.sql").malformedAt()).isEqualTo(1);
    }

    @Test
    void refusesAFileThatChangesWhileItIsRead() throws IOException {
        FilePages pages = pages(TEXT);
        int end = TEXT.length() - 1;
        Files.writeString(file(), TEXT.substring(0, end) + "\n");

        assertThat(pages.charAt(0)).isEqualTo('-');
        assertRefused(pages, end);
        Files.writeString(file(), TEXT.substring(0, end));
        assertRefused(pages, end);
        Files.delete(file());
        assertRefused(pages, end);
    }

    private static void assertRefused(FilePages pages, int index) {
        assertThatThrownBy(() -> pages.charAt(index))
                .isInstanceOfSatisfying(
                        IOError.class,
                        error -> assertThat(FileChangedException.in(error))
                                .hasMessageStartingWith("a.sql was changed or removed while it was read."));
    }

    private Path file() {
        return folder.resolve("a.sql");
    }

    private FilePages pages(String text) throws IOException {
        return FilePages.of(Files.writeString(file(), text), "a.sql");
    }
}
