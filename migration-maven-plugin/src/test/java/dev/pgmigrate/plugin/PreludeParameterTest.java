package dev.pgmigrate.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.SqlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreludeParameterTest {
    @TempDir
    private Path base;

    @Test
    void takesADumpOfACurrentPgDump() throws Exception {
        Files.writeString(
                base.resolve("dump.sql"),
                "\\restrict aB3x\n\nCREATE TABLE public.a (b text DEFAULT '\\restrict');\n\\unrestrict aB3x\n");

        List<SqlFile> files = PreludeParameter.files(List.of("dump.sql"), base);

        assertThat(files).hasSize(1);
        assertThat(files.get(0).script().errors()).isEmpty();
        assertThat(files.get(0).source().text())
                .isEqualTo("\n\nCREATE TABLE public.a (b text DEFAULT '\\restrict');\n\n");
    }
}
