package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.ReferenceFiles;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.replay.Runner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A history of migrations in one text, with what a rule has to find in it.
 *
 * <pre>
 * -- postgres: 14+              the servers it runs on; also 15-17. Where it is missing: 14+
 * -- flavour: supabase          where it is missing: plain
 * -- runner: psql               where it is missing: migrate
 * -- today: 2026-01-01          the day for until=
 * -- since: origin/main          a git reference; what follows a line "-- file there: name" is what it has
 * -- applied: 20250101000000    what a database says is applied, joined by ", "; where it is missing: no database
 * -- refused: 42701, 42P07      the SQLSTATEs with which a server refuses statements of a case; where it is missing: none
 * -- file: 20250101000000_create_users.sql          a name with / is relative to the project
 * create table if not exists users (id bigint primary key);
 * -- finding: blocks writes to `users`               the next line has a finding with this in its message
 * create index users_email on users (email);
 * -- finding without fix: uses `int`                the same, and no fix is offered for it
 * -- finding at migrations/notes.sql: has no version  for a file that is no migration
 * </pre>
 *
 * @param files the texts by path, without the lines that begin with "-- finding:"
 * @param expected what has to be found
 */
public record Fixture(
        Map<String, String> header, Map<String, String> files, List<Expected> expected, Map<String, String> there) {
    private static final String FOLDER = "migrations";
    private static final Pattern MARKER = Pattern.compile("-- finding(?<bare> without fix)?:(?<message>.*)");

    /** A finding at a line of a file, counted without the lines that announce it. */
    public record Expected(String file, int line, String message, boolean withoutFix) {}

    static Optional<Fixture> of(String rule, String name) {
        return text(rule, name).map(Fixture::parse);
    }

    static Optional<String> text(String rule, String name) {
        String resource = "/dev/pgmigrate/lint/rules/" + rule + "/" + name + ".sql";
        try (InputStream stream = Fixture.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(new String(stream.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static Fixture parse(String text) {
        Map<String, String> header = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> there = new LinkedHashMap<>();
        Map<String, String> current = files;
        List<Expected> expected = new ArrayList<>();
        String file = null;
        StringBuilder content = new StringBuilder();
        int line = 1;
        for (String row : text.split("\n", -1)) {
            Matcher marker = MARKER.matcher(row.strip());
            if (row.startsWith("-- file: ") || row.startsWith("-- file there: ")) {
                if (file != null) {
                    current.put(file, content.toString());
                }
                current = row.startsWith("-- file: ") ? files : there;
                String path = row.substring(row.indexOf(": ") + 2).strip();
                file = path.contains("/") ? path : FOLDER + "/" + path;
                content.setLength(0);
                line = 1;
            } else if (file == null) {
                if (row.startsWith("-- ") && row.contains(": ")) {
                    int colon = row.indexOf(": ");
                    header.put(row.substring(3, colon), row.substring(colon + 2).strip());
                }
            } else if (row.startsWith("-- finding at ")) {
                int colon = row.indexOf(": ");
                String at = row.substring("-- finding at ".length(), colon);
                expected.add(new Expected(at, 1, row.substring(colon + 2), false));
            } else if (marker.matches()) {
                String message = marker.group("message").strip();
                expected.add(new Expected(file, line, message, marker.group("bare") != null));
            } else {
                content.append(row).append('\n');
                line++;
            }
        }
        if (file != null) {
            current.put(file, content.toString());
        }
        return new Fixture(header, files, expected, there);
    }

    Fixture with(Map<String, String> otherFiles) {
        return new Fixture(header, otherFiles, List.of(), there);
    }

    /** Writes the files below {@code project} and reads them as the goals do. */
    public Migrations migrations(Path project) {
        try {
            Files.createDirectories(project.resolve(FOLDER));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = project.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Migrations.read(MigrationFolders.find(project, List.of(Path.of(FOLDER)), null));
    }

    public LintSettings settings() {
        LintSettings settings = SettingsBuilder.defaults()
                .flavour(Flavour.valueOf(word("flavour", "plain")))
                .runner(Runner.valueOf(word("runner", "migrate")))
                .target(new PostgresVersion(oldest()))
                .build();
        String today = header.get("today");
        return today == null
                ? settings
                : SettingsBuilder.of(settings).today(LocalDate.parse(today)).build();
    }

    AppliedVersions applied() {
        String versions = header.get("applied");
        AppliedVersions applied = versions == null
                ? AppliedVersions.UNKNOWN
                : AppliedVersions.of(Stream.of(versions.split(", ", -1))
                        .map(MigrationVersion::of)
                        .toList());
        String since = header.get("since");
        Map<String, Checksum> checksums = new LinkedHashMap<>();
        there.forEach((file, text) -> checksums.put(file, Checksum.of(text)));
        return since == null ? applied : applied.with(new ReferenceFiles(since, checksums));
    }

    public Flavour flavour() {
        return settings().flavour();
    }

    /** Returns the SQLSTATEs with which a server refuses statements of the history, in order of the alphabet. */
    public List<String> refused() {
        String states = header.get("refused");
        return states == null
                ? List.of()
                : Stream.of(states.split(", ", -1)).sorted().toList();
    }

    public boolean runsOn(int major) {
        return oldest() <= major && major <= newest();
    }

    private int oldest() {
        return Integer.parseInt(header.getOrDefault("postgres", "14+").split("[-+]", 2)[0]);
    }

    private int newest() {
        String range = header.getOrDefault("postgres", "14+");
        return range.contains("-") ? Integer.parseInt(range.split("-", 2)[1]) : Integer.MAX_VALUE;
    }

    private String word(String name, String otherwise) {
        return header.getOrDefault(name, otherwise).toUpperCase(Locale.ROOT);
    }

    /** Returns the history as a page shows it: as it is, without the header. */
    static String shown(String text) {
        int first = text.indexOf("-- file: ");
        return (first < 0 ? text : text.substring(first)).strip();
    }
}
