package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrisTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "db/migrations/001_x.sql",
                "001:x.sql",
                "a:b/001_x.sql",
                "001 100%.sql",
                "001_Straße_🙂.sql",
                "001_x?y#z.sql",
                "001_[x]\\{y}|^`<>\".sql",
                "001_x\ny.sql",
            })
    void aPathIsAReferenceThatLeadsBackToIt(String path) {
        URI base = URI.create("file:///repository/");

        assertThat(base.resolve(URI.create("./" + Uris.path(path))).getPath()).isEqualTo(base.getPath() + path);
        assertThat(URI.create(Uris.path(path)).isAbsolute()).isFalse();
    }
}
