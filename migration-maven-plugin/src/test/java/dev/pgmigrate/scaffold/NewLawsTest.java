package dev.pgmigrate.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.goal.NewChoice;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.proof.Preludes;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.template.Execution;
import dev.pgmigrate.template.TemplateKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the files of every kind and flavour, as they are before anybody has edited them. */
@Order(6)
class NewLawsTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 21, 1, 31, 24);
    private static final List<String> FLAVOURS = List.of("plain", "supabase");
    private static final Map<String, ConnectionTarget> TEMPLATES = new ConcurrentHashMap<>();

    /** A first file of each naming scheme. */
    private static final List<String> SCHEMES = List.of(
            "20250101000000_create_base.sql",
            "001_create_base.sql",
            "20250101_001_create_base.sql",
            "2025_01_01_001_create_base.sql",
            "20250101_create_base.sql",
            "V1__create_base.sql");

    private static final Pattern OPEN_REASON = Pattern.compile("-- migrate:\\S+ .*reason=\".*\\bTODO\\b");

    @TempDir
    private Path folder;

    static Stream<Arguments> kinds() {
        return Stream.of(TemplateKind.values())
                .flatMap(kind -> FLAVOURS.stream().map(flavour -> Arguments.of(kind, flavour)));
    }

    static Stream<Arguments> kindsAndServers() {
        return TestPostgres.all()
                .flatMap(server -> kinds().map(kind -> Arguments.of(kind.get()[0], kind.get()[1], server)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itsFilesAreLintClean(TemplateKind kind, String flavour) throws IOException {
        for (String scheme : flavour.equals("plain") ? SCHEMES : SCHEMES.subList(0, 1)) {
            isLintClean(kind, flavour, scheme, 14, Runner.MIGRATE);
        }
        isLintClean(kind, flavour, SCHEMES.get(0), 18, Runner.MIGRATE);
        for (Runner runner : EnumSet.complementOf(EnumSet.of(Runner.MIGRATE))) {
            isLintClean(kind, flavour, SCHEMES.get(0), 14, runner);
        }
    }

    private void isLintClean(TemplateKind kind, String flavour, String scheme, int target, Runner runner)
            throws IOException {
        Path base = Files.createDirectories(folder.resolve(scheme + target + runner));
        Files.createDirectory(base.resolve("migrations"));
        Files.writeString(base.resolve("migrations").resolve(scheme), resource("base-" + flavour + ".sql"));
        List<String> files = start(base, kind, flavour, target, runner).paths();
        LintSettings settings = SettingsBuilder.defaults()
                .flavour(flavour.equals("plain") ? Flavour.PLAIN : Flavour.SUPABASE)
                .target(new PostgresVersion(target))
                .runner(runner)
                .build();

        LintReport report = Linter.lint(read(base), settings, RuleCatalog.ALL, AppliedVersions.UNKNOWN);

        // The one kind that says itself that something is left to write.
        Set<String> expected = kind == TemplateKind.BLANK ? Set.of("empty-migration", "missing-rollback") : Set.of();
        // A reason is for its author to write, and until then the file is no migration to release.
        List<String> withoutReason = files.stream()
                .filter(file -> file.startsWith("migrations/"))
                .filter(file -> OPEN_REASON.matcher(text(base.resolve(file))).find())
                .toList();
        assertThat(report.findings().stream()
                        .filter(finding -> finding.rule().value().equals("todo-left"))
                        .map(Finding::file))
                .containsExactlyInAnyOrderElementsOf(withoutReason);
        assertThat(report.findings().stream()
                        .filter(finding -> files.contains(finding.file()))
                        .filter(finding -> !withoutReason.contains(finding.file())
                                || !finding.rule().value().equals("todo-left"))
                        .filter(finding -> !expected.contains(finding.rule().value())))
                .as("%s for %s on %d by %s after %s", kind.id(), flavour, target, runner, scheme)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kindsAndServers")
    void itsFilesApplyTwiceAndRollBack(TemplateKind kind, String flavour, TestPostgres server) throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve("migrations")).resolve(SCHEMES.get(0)),
                resource("base-" + flavour + ".sql"));
        start(folder, kind, flavour, server.version().major(), Runner.MIGRATE);
        List<Migration> all = read(folder).all();
        try (ServerConnection database = ServerConnection.open(server.copyOf(template(server, flavour)))) {
            for (Migration migration : all.subList(1, all.size())) {
                List<String> before = catalog(database);
                run(database, migration.file());
                List<String> after = catalog(database);
                run(database, migration.file());
                assertThat(catalog(database)).as("applied twice").isEqualTo(after);

                Path rollback = migration.rollback().orElseThrow().sql().file();
                if (Files.readString(rollback).contains("-- migrate:irreversible reason=\"")) {
                    continue;
                }
                run(database, rollback);
                assertThat(catalog(database)).as("rolled back").isEqualTo(before);
                run(database, migration.file());
                assertThat(catalog(database)).as("applied again").isEqualTo(after);
            }
            assertThat(wrongRows(kind, database)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRunnerAppliesItsFiles(TemplateKind kind) throws IOException {
        Path base = Files.createDirectory(folder.resolve("migrations")).resolve(SCHEMES.get(0));
        Files.writeString(base, resource("base-plain.sql") + "\nINSERT INTO public.users (email) VALUES ('a');\n");
        start(folder, kind, "plain", 18, Runner.MIGRATE);
        try (ServerConnection database = TestPostgres.of(18).connect()) {
            Migrations migrations = read(folder);

            new Migrator(database, MigratorSettings.defaults("test"), MigratorListener.NONE).apply(migrations);

            Plan plan = new Planner(database, HistoryTable.DEFAULT).plan(migrations);
            assertThat(plan.pending()).isEmpty();
            assertThat(plan.all()).hasSameSizeAs(migrations.all()).hasSizeGreaterThan(1);
        }
    }

    /** Returns the rows that a kind which changes data should not have left. */
    private static List<Long> wrongRows(TemplateKind kind, ServerConnection database) {
        String wrong = switch (kind) {
            case REQUIRED_COLUMN -> "nickname IS DISTINCT FROM ''";
            case BACKFILL -> "note IS DISTINCT FROM ''";
            case TYPE_CHANGE -> "handle IS DISTINCT FROM 'handle' || id";
            case RENAME_COLUMN -> "nickname IS DISTINCT FROM 'handle' || id";
            case ENUM_RECREATE -> "status::text <> (ARRAY['draft', 'active', 'archived'])[1 + id % 3]";
            default -> "id IS NULL";
        };
        return database.query("SELECT id FROM public.users WHERE " + wrong, row -> row.getLong(1));
    }

    private static New.Result start(Path base, TemplateKind kind, String flavour, int postgres, Runner runner)
            throws IOException {
        New.Request request = new New.Request(
                base,
                List.of(),
                null,
                base.resolve("none"),
                "try_the_" + kind.id().replace('-', '_'),
                kind.id(),
                given(kind),
                flavour,
                postgres,
                new Known(execution(runner), Map.of(), Set.of()),
                NOW);
        New.Result result = New.run(
                NewChoice.of(request, kind.id(), NewChoice.Questions.NONE).request());
        if (kind == TemplateKind.SEED) {
            // Rows are nobody's but the author's.
            for (Path file : result.files()) {
                Files.writeString(
                        file,
                        Files.readString(file)
                                .replace("TODO, TODO", "'admin', 'Administrator'")
                                .replace("(TODO)", "('admin')"));
            }
        }
        return result;
    }

    private static Execution execution(Runner runner) {
        return switch (runner) {
            case MIGRATE -> Execution.OURS;
            case PSQL -> Execution.STATEMENT_BY_STATEMENT;
            case LIQUIBASE -> Execution.TRANSACTION_PER_CHANGESET;
            case FLYWAY -> Execution.TRANSACTION_PER_FILE;
            case SUPABASE -> Execution.BATCH;
        };
    }

    private static Map<String, String> given(TemplateKind kind) {
        Map<String, String> given = new HashMap<>(Map.of("table", "public.users"));
        switch (kind) {
            case TABLE -> given.put("table", "public.orders");
            case INDEX_NEW_TABLE -> given.putAll(Map.of("table", "public.orders", "column", "number"));
            case COLUMN, REQUIRED_COLUMN -> given.put("column", "nickname");
            case BACKFILL -> given.put("column", "note");
            case RENAME_COLUMN -> given.putAll(Map.of("column", "handle", "to", "nickname"));
            case TYPE_CHANGE -> given.putAll(Map.of("column", "handle", "type", "varchar(320)"));
            case NOT_NULL -> given.put("column", "handle");
            case FOREIGN_KEY ->
                given.putAll(Map.of("table", "public.notes", "column", "author_id", "references", "public.users"));
            case DROP_COLUMN, INDEX, CHECK, UNIQUE -> given.put("column", "email");
            case ENUM -> given.put("object", "public.mood");
            case ENUM_VALUE -> given.putAll(Map.of("object", "public.user_status", "value", "paused"));
            case ENUM_RECREATE -> given.putAll(Map.of("object", "public.user_status", "value", "retired"));
            case FUNCTION -> given.put("object", "public.normalized");
            case VIEW -> given.putAll(Map.of("table", "public.notes", "object", "public.own_notes"));
            case POLICY -> given.put("table", "public.notes");
            case SEED -> given.put("table", "public.roles");
            case GRANT -> given.put("role", "pg_monitor");
            case BLANK, TRIGGER, RLS, PUBLICATION -> {}
        }
        return given;
    }

    private static Migrations read(Path base) {
        return Migrations.read(MigrationFolders.find(base, List.of(), null));
    }

    private static ConnectionTarget template(TestPostgres server, String flavour) {
        return TEMPLATES.computeIfAbsent(server + flavour, key -> {
            ConnectionTarget target = server.newDatabase();
            try (ServerConnection database = ServerConnection.open(target)) {
                if (flavour.equals("supabase")) {
                    TestPostgres.changeRoles(
                            database,
                            Preludes.named("supabase").orElseThrow().source().text());
                }
                database.execute(resource("base-" + flavour + ".sql"));
                database.execute("INSERT INTO public.users (email, handle, status) SELECT 'user' || id, 'handle' || id,"
                        + " (ARRAY['draft', 'active', 'archived'])[1 + id % 3]::public.user_status"
                        + " FROM generate_series(1, 2500) AS id");
            }
            return target;
        });
    }

    private static List<String> catalog(ServerConnection database) {
        return database.query(resource("catalog.sql"), row -> row.getString(1));
    }

    /** Runs a file as the goal would: in one transaction, or statement by statement where it cannot be in one. */
    private static void run(ServerConnection database, Path file) throws IOException {
        String sql = Files.readString(file);
        if (sql.contains("CONCURRENTLY") || sql.contains("-- migrate:transaction off")) {
            Stream.of(sql.split("(?<=;)\n\n")).forEach(database::execute);
        } else {
            database.execute(sql);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(NewLawsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
