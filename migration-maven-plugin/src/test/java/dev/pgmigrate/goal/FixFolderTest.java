package dev.pgmigrate.goal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.rules.Fixture;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.truth.OwnHistories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder is as whole after {@code fix} as before: it has no finding that it had not, a second run changes nothing, and what
 * would break a later file stays as it is.
 */
@Order(13)
class FixFolderTest {
    @TempDir
    private Path project;

    /** A history and its files afterwards; those that are not listed stay as they are. */
    record Case(String name, Fixture before, Map<String, String> after) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns the cases of {@code folders.sql}: each begins with {@code -- case:}, and what is behind {@code -- file there:} is wanted. */
    static Stream<Case> cases() throws IOException {
        try (InputStream stream = FixFolderTest.class.getResourceAsStream("fix/folders.sql")) {
            return Stream.of(new String(stream.readAllBytes(), UTF_8).split("-- case: ", -1))
                    .skip(1)
                    .map(text -> {
                        Fixture fixture = Fixture.parse(
                                text.substring(text.indexOf('\n') + 1).stripTrailing());
                        return new Case(text.substring(0, text.indexOf('\n')), fixture, fixture.there());
                    });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void becomes(Case one) {
        MigrationFolders folders = one.before.migrations(project).folders();
        Map<String, String> wanted = new TreeMap<>(one.before.files());
        wanted.putAll(one.after);
        wanted.replaceAll((file, text) -> withoutSignature(text));
        fix(folders, one.before.settings());
        Map<String, String> files = Migrations.read(folders).all().stream()
                .collect(Collectors.toMap(
                        migration -> migration.path(),
                        migration -> withoutSignature(migration.sql().source().text())));
        assertThat(files).isEqualTo(wanted);
        assertThat(fix(folders, one.before.settings()).changes()).isEmpty();
    }

    /** Who writes a new file, and when, is no part of a case. */
    private static String withoutSignature(String text) {
        return text.replaceAll("(?m)^-- (?:Date|Author): .*\\R", "").stripTrailing();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Runner.class)
    void addsNoFindingAndComesToAnEndUnderEveryRunner(Runner runner) throws IOException {
        for (OwnHistories.Own own : OwnHistories.all()) {
            if (own.name().endsWith("/unsafe.sql")) {
                LintSettings settings = SettingsBuilder.of(own.history().settings())
                        .runner(runner)
                        .build();
                Path folder = project.resolve(own.name().replace('/', '.'));
                MigrationFolders folders = own.history().migrations(folder).folders();
                Map<String, Long> before = findings(folders, settings);
                if (!fix(folders, settings).changes().isEmpty()) {
                    assertThat(findings(folders, settings))
                            .as(own.name())
                            .allSatisfy((kind, count) ->
                                    assertThat(count).as(kind).isLessThanOrEqualTo(before.getOrDefault(kind, 0L)));
                    assertThat(fix(folders, settings).changes()).as(own.name()).isEmpty();
                }
            }
        }
    }

    private static Fix.Outcome fix(MigrationFolders folders, LintSettings settings) {
        return Fix.run(new Fix.Request(folders, settings, null, true, LocalDateTime.of(2026, 1, 2, 3, 4, 5)));
    }

    private static Map<String, Long> findings(MigrationFolders folders, LintSettings settings) {
        return Linter.lint(Migrations.read(folders), settings, RuleCatalog.ALL, AppliedVersions.UNKNOWN)
                .findings()
                .stream()
                .collect(
                        Collectors.groupingBy(finding -> finding.rule() + " " + finding.file(), Collectors.counting()));
    }
}
