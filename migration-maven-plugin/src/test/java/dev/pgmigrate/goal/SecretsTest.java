package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final String SECRET = "kq81-Zt4x";

    @TempDir
    private Path project;

    @Test
    void noReportGetsTheTextOfASecretAndEveryPlaceStaysTheSame() throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(
                folder.resolve("001_create_bot.sql"),
                "-- https://bot:" + SECRET + "@hooks.example.com\ncreate role bot login password '" + SECRET
                        + "'; select wrong wrong wrong;\n");

        Result result = Lint.run(new Lint.Request(
                new MigrationFolders(project, List.of(folder), null), LintSettings.defaults(), Acceptance.NOTHING));

        assertThat(result.findings())
                .extracting(finding -> finding.rule().value())
                .contains("secret-in-migration", "plaintext-password", "syntax-error");
        assertThat(result.findings().toString()).doesNotContain(SECRET);
        assertThat(Objects.requireNonNull(result.sources().get("migrations/001_create_bot.sql"))
                        .text())
                .doesNotContain(SECRET)
                .contains("https://bot:*********@hooks.example.com\n")
                .contains("; select wrong");
    }

    @Test
    void everyRuleThatFindsSecretsIsAsked() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/pgmigrate/lint/rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains(".secret()")) {
                    String name = file.getFileName().toString().replace(".java", "");
                    rules.add(name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT));
                }
            }
        }
        assertThat(rules).isEqualTo(new TreeSet<>(Secrets.RULES));
    }
}
