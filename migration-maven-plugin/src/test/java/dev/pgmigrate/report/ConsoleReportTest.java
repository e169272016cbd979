package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.goal.Check;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleReportTest {
    @Test
    void showsEverythingInTheOrderInWhichPeopleReadIt() {
        assertThat(text(ConsoleReport.of(Results.full(), Palette.PLAIN))).isEqualTo("""
                        I
                        I Version  Name                     State
                        I 001      create_users             ok
                        I 002      index_users              failed, 1 error, 1 warning, 12 ms
                        I          db/migrations/003_x.sql  rejected
                        I
                        I Not taken:
                        W   db/migrations/seed.sql: it has no version
                        I
                        I db/migrations/001_create_users.sql:1:29 info [prefer-citext]  Something about `users`.
                        E
                        E db/migrations/002_index_users.sql:2:2 error [require-concurrent-index-creation]
                        E   Something about `users`.
                        E   2 | 	CREATE INDEX users_email ON users (email);
                        E     | 	^^^^^^
                        E   → Do it otherwise.
                        W
                        W db/migrations/002_index_users.sql:2:15 warning [generic-name]
                        W   Something about `users`. (Assumed: the files do not show everything.)
                        W   2 | 	CREATE INDEX users_email ON users (email);
                        W     | 	             ^^^^^^^^^^^
                        W   → Do it otherwise.
                        E
                        E db/migrations/002_index_users.sql:2:31 failed
                        E   column "e" does not exist.
                        E   2 | 	CREATE INDEX users_email ON users (email);
                        E     | 	                             ^^^^^
                        E   SQLSTATE 42703
                        E   Detail   a detail
                        E   Hint     a hint
                        E   Where    a context
                        I
                        E migrate:check: 3 migrations, 1 failure, 1 error, 1 warning, 1 for information, 1 suppressed.
                        I A note.
                        I More on a rule: mvn migrate:explain -Dmigrate.rule=require-concurrent-index-creation
                        """);
    }

    @Test
    void saysLittleWhereThereIsLittleToSay() {
        assertThat(text(ConsoleReport.of(Results.clean(), Palette.PLAIN))).isEqualTo("""
                        I
                        I Version  Name          State
                        I 001      create_users  ok
                        I
                        I migrate:check: 1 migration, no errors.
                        """);
    }

    @Test
    void countsNoMigrationsWhereAGoalListsNone() {
        Result nothing = new Result(
                "renumber",
                Path.of(""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("No two migrations are equal."),
                false,
                Map.of());

        assertThat(text(ConsoleReport.of(nothing, Palette.PLAIN)))
                .endsWith("I migrate:renumber\nI No two migrations are equal.\n");
    }

    @Test
    void whatIsAboutAFileShowsNoLineAndWhatCanBeRewrittenIsCounted(@TempDir Path project) throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(
                folder.resolve("001_create_users.sql"),
                "create table users (id bigint primary key, born timestamp);\n");
        LintSettings settings = LintSettings.defaults();

        String report = text(ConsoleReport.of(
                Check.run(new Check.Request(MigrationFolders.find(project, List.of(), null), settings)),
                Palette.PLAIN));

        assertThat(report).contains("""
                        W migrations/001_create_users.sql warning [missing-rollback]
                        W   Nothing undoes `001_create_users.sql`
                        W   →""").contains("""
                        I 2 of them can be rewritten for you: mvn migrate:fix
                        I More on a rule: mvn migrate:explain -Dmigrate.rule=require-if-not-exists
                        """);
    }

    @Test
    void ofManyTheWorstStandsNextToThePrompt(@TempDir Path project) throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        for (int i = 1; i <= 30; i++) {
            Files.writeString(
                    folder.resolve("%03d_create_users_%d.sql".formatted(i, i)),
                    "CREATE TABLE users_%1$d (id bigint primary key);\nCREATE TABLE other_%1$d (id bigint primary key);\n"
                            .formatted(i));
        }
        Result result =
                Check.run(new Check.Request(MigrationFolders.find(project, List.of(), null), LintSettings.defaults()));

        List<ConsoleLine> lines =
                ConsoleReport.of(result, new Console(Palette.PLAIN, 60, 20, "target/migrate/check.html", "shop"));

        String text = text(lines);
        assertThat(text).contains("""
                        E migrations/001_create_users_1.sql:1:14 error [require-if-not-exists]
                        E   The table `users_1` exists when the file runs again, and the statement fails with 42P07
                        E   1 | CREATE TABLE users_1 (id bigint primary …
                        E     |              ^^^^^^^
                        E   → Write IF NOT EXISTS.
                        E     - CREATE TABLE users_1 (id bigint primary k…
                        E     + CREATE TABLE IF NOT EXISTS users_1 (id bi…
                        E   1 more in this file, at 2:14
                        """).contains("""
                        W … and 50 more in target/migrate/check.html
                        I
                        I Rule                    errors  warnings  files  fixable
                        I require-if-not-exists       60               30       60
                        I missing-rollback                      30     30       30
                        I
                        E migrations/001_create_users_1.sql:1:14 [require-if-not-exists] The table `users_1`""");
        assertThat(lines.subList(lines.size() - 7, lines.size()))
                .extracting(ConsoleLine::text)
                .anyMatch(line -> line.startsWith("migrate:check in shop: 30 migrations, 60 errors, 30 warnings"));
        assertThat(lines).hasSizeLessThan(250);
    }

    @Test
    void whatIsSaidOfAllFilesIsSaidOnce(@TempDir Path project) throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        for (int i = 1; i <= 3; i++) {
            Files.writeString(folder.resolve("00" + i + "_set_value_" + i + ".sql"), "select " + i + ";\n");
        }

        String report = text(ConsoleReport.of(
                Check.run(new Check.Request(MigrationFolders.find(project, List.of(), null), LintSettings.defaults())),
                Palette.PLAIN));

        assertThat(report).containsOnlyOnce("[missing-rollback]").contains("""
                        W   2 more: migrations/002_set_value_2.sql, migrations/003_set_value_3.sql
                        """);
    }

    @Test
    void coloursChangeNothingButColours() {
        List<ConsoleLine> plain = ConsoleReport.of(Results.full(), Palette.PLAIN);
        List<ConsoleLine> coloured = ConsoleReport.of(Results.full(), Palette.ANSI);

        assertThat(text(coloured)).contains("\u001b[");
        assertThat(text(coloured).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(plain));
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        SourceText source = SourceText.of("x".repeat(500) + "HERE" + "y".repeat(500));

        List<String> shown =
                new Excerpt(source, Console.WIDTH, Palette.PLAIN).show(new Position(1, 501), new Position(1, 505));

        assertThat(shown).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
        int here = shown.get(0).indexOf("HERE");
        assertThat(shown.get(1).indexOf("^^^^")).isEqualTo(here).isPositive();
    }

    @Test
    void theHeadlineNamesTheWorst() {
        assertThat(Headline.of(Results.full()))
                .isEqualTo("db/migrations/002_index_users.sql:2:31: column \"e\" does not exist."
                        + " (and 1 more, listed above)");
    }

    private static String text(List<ConsoleLine> lines) {
        return lines.stream()
                .map(line -> (line.level().name().charAt(0) + " " + line.text()).stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
