package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static final String TEXT = "create table t (id int);\ncreate table u (id int);\n";

    @Test
    void isTheSha256OfTheText() {
        assertThat(Checksum.of("").hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void doesNotSeeWhatAnEditorOrACheckoutChanges() {
        assertThat(Checksum.of("\uFEFF" + TEXT.replace("\n", "\r\n"))).isEqualTo(Checksum.of(TEXT));
    }

    @Test
    void doesNotSeeDirectives() {
        assertThat(Checksum.of(
                        "  -- migrate:ignore ban-drop-table reason=\"empty\"\r\n" + TEXT + "--migrate:transaction off"))
                .isEqualTo(Checksum.of(TEXT));
    }

    @Test
    void seesEverythingElse() {
        assertThat(Checksum.of("-- a comment\n" + TEXT)).isNotEqualTo(Checksum.of(TEXT));
        assertThat(Checksum.of("select 1; -- migrate:transaction off\n")).isNotEqualTo(Checksum.of("select 1;\n"));
        assertThat(Checksum.of("-- migrate:up\n" + TEXT)).isNotEqualTo(Checksum.of(TEXT));
        assertThat(Checksum.of(TEXT + "\n")).isNotEqualTo(Checksum.of(TEXT));
        assertThat(Checksum.of("select 'a\rb'")).isNotEqualTo(Checksum.of("select 'a\nb'"));
    }
}
