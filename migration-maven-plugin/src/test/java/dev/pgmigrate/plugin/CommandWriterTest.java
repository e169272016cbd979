package dev.pgmigrate.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWriterTest {
    private static final String TEXT = "mvn migrate:new, mvn mvn migrate:fix and mvn migrate:mvn migr";

    /** However the text is cut, the command is found. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 12, 13, 100})
    void replacesTheCommandWhereverItIsCut(int size) throws IOException {
        StringWriter written = new StringWriter();
        try (CommandWriter writer = new CommandWriter(written, "mvn migrate:", "mvn long:")) {
            for (int start = 0; start < TEXT.length(); start += size) {
                writer.write(TEXT, start, Math.min(size, TEXT.length() - start));
                writer.flush();
            }
        }

        assertThat(written).hasToString("mvn long:new, mvn mvn long:fix and mvn long:mvn migr");
    }
}
