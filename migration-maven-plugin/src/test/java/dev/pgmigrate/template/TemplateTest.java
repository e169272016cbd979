package dev.pgmigrate.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {
    private static final Path OURS = Path.of("src/main/resources/dev/pgmigrate/template");

    static List<Path> ours() throws IOException {
        try (Stream<Path> files = Files.walk(OURS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void velocityFillsOursAlike(Path file) throws IOException {
        Template template = new Template(file.toString(), Files.readString(file));
        Map<String, String> values = new HashMap<>();
        template.holes().forEach(hole -> values.put(hole, "<" + hole + " $1 \\ ${no_hole}>"));
        StringWriter byVelocity = new StringWriter();

        new VelocityEngine().evaluate(new VelocityContext(new HashMap<>(values)), byVelocity, "test", template.text());

        assertThat(template.holes()).isNotEmpty();
        assertThat(template.fill(values)).isEqualTo(byVelocity.toString());
    }

    @Test
    void everyFileOfOursBelongsToAKind() throws IOException {
        Set<String> stems = Stream.of(TemplateKind.values())
                .flatMap(kind -> kind.parts().stream())
                .map(TemplateKind.Part::stem)
                .collect(Collectors.toSet());

        assertThat(ours()).hasSizeGreaterThan(40).allSatisfy(file -> {
            String path = OURS.relativize(file).toString().replace('\\', '/');
            assertThat(stems).contains(path.substring(path.indexOf('/') + 1).replaceFirst("(\\.rollback)?\\.sql$", ""));
        });
    }

    @Test
    void everyKindOfOursHasItsFilesAndTheirRollbacks(@TempDir Path none) {
        for (TemplateKind kind : TemplateKind.values()) {
            for (Execution execution : Execution.values()) {
                assertThat(new Templates(none, execution == Execution.OURS, execution).files(kind.id()))
                        .isNotEmpty()
                        .allSatisfy(file -> {
                            assertThat(file.migration().text())
                                    .startsWith("${header}\n-- Description: ")
                                    .endsWith("\n");
                            assertThat(file.rollback().orElseThrow().text())
                                    .startsWith("${rollback_header}\n\n")
                                    // A hole for a whole statement brings its line break along.
                                    .matches("(?s).*(?:\n|\\$\\{[a-z_]+})");
                        });
            }
        }
    }

    @Test
    void leavesDollarQuotesAndParametersAlone() {
        Template template = new Template("f.sql", "AS $$ SELECT $1 $$; $body$ ${a} $body$ { } $ {a}");

        assertThat(template.fill(Map.of("a", "$2"))).isEqualTo("AS $$ SELECT $1 $$; $body$ $2 $body$ { } $ {a}");
    }

    @Test
    void namesAnUnknownHoleItsPlaceAndTheKnownOnes() {
        Template template = new Template("src/migrate/templates/audit.sql", "-- é\n-- ${table} ${tabel}\n");

        assertThatThrownBy(() -> template.fill(Map.of("table", "t", "name", "n")))
                .isInstanceOf(UnknownHoleException.class)
                .hasMessage(
                        "src/migrate/templates/audit.sql:2:13: there is no hole ${tabel}; the holes are ${name}, ${table}");
    }

    @Test
    void takesAProjectsOwnTemplatesFirst(@TempDir Path own) throws IOException {
        Files.writeString(own.resolve("table.sql"), "-- ours\r\n");
        Files.createDirectory(own.resolve("audit"));
        Files.writeString(own.resolve("audit/10-last.sql"), "-- last\n");
        Files.writeString(own.resolve("audit/2-first.sql"), "-- first\n");
        Files.writeString(own.resolve("audit/2-first.rollback.sql"), "-- undo\n");
        Templates templates = new Templates(own, true, Execution.OURS);

        assertThat(templates.files("table")).singleElement().satisfies(file -> {
            assertThat(file.migration().text()).isEqualTo("-- ours\n");
            assertThat(file.rollback()).isEmpty();
        });
        assertThat(templates.files("audit")).extracting(TemplateFile::suffix).containsExactly("_first", "_last");
        assertThat(templates.files("../audit")).isEmpty();
        assertThat(templates.kinds())
                .contains("audit", "table", "rename-column")
                .isSorted();
    }
}
