package dev.pgmigrate.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.template.Execution;
import dev.pgmigrate.template.TemplateKind;
import dev.pgmigrate.template.UnknownHoleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 21, 1, 31, 24);

    @TempDir
    private Path base;

    @Test
    void startsAMigrationWithItsRollbackInAnEmptyProject() {
        assertThat(run("create_users", "table").paths())
                .containsExactly(
                        "src/main/resources/db/migration/20261121013124_create_users.sql",
                        "src/main/resources/db/rollback/20261121013124_create_users.sql");
        assertThat(text("src/main/resources/db/migration/20261121013124_create_users.sql"))
                .startsWith("-- Migration: create_users\n-- Version: 20261121013124\n-- Date: 2026-11-21\n")
                .contains("CREATE TABLE IF NOT EXISTS public.users (");
    }

    @Test
    void givesTwoCallsInOneSecondTwoVersions() {
        run("create_users", "table");

        assertThat(run("create_orders", "table").paths())
                .first()
                .isEqualTo("src/main/resources/db/migration/20261121013125_create_orders.sql");
    }

    @ParameterizedTest
    @CsvSource({
        "20250101093000_a_b.sql,     20261121013124_create_users.sql, 20261121013125_create_users.sql",
        "20261121013159_a_b.sql,     20261121013200_create_users.sql, 20261121013201_create_users.sql",
        "20261121235999_a_b.sql,     20261121236000_create_users.sql, 20261121236001_create_users.sql",
        "009_a_b.sql,                010_create_users.sql,            011_create_users.sql",
        "0009-a-b.sql,               0010-create_users.sql,           0011-create_users.sql",
        "999_a_b.sql,                1000_create_users.sql,           1001_create_users.sql",
        "20250115_003_a_b.sql,       20261121_001_create_users.sql,   20261121_002_create_users.sql",
        "20261121_009_a_b.sql,       20261121_010_create_users.sql,   20261121_011_create_users.sql",
        "2025_01_15_003_a_b.sql,     2026_11_21_001_create_users.sql, 2026_11_21_002_create_users.sql",
        "20250115_a_b.sql,           20261121_create_users.sql,       20261121_002_create_users.sql",
        "20261130_a_b.sql,           20261130_002_create_users.sql,   20261130_003_create_users.sql",
        "V7__a_b.sql,                V8__create_users.sql,            V9__create_users.sql",
        "V1_9__a_b.sql,              V1_10__create_users.sql,         V1_11__create_users.sql",
        "V1.09__a_b.sql,             V1.10__create_users.sql,         V1.11__create_users.sql",
        "V20250101093000__a_b.sql,   V20261121013124__create_users.sql, V20261121013125__create_users.sql",
        "007_a_b.up.sql,             008_create_users.up.sql,         009_create_users.up.sql",
    })
    void followsTheSchemeOfTheFolder(String present, String first, String second) throws IOException {
        Files.createDirectory(base.resolve("migrations"));
        Files.createFile(base.resolve("migrations").resolve(present));

        assertThat(run("create_users", "blank").paths()).first().isEqualTo("migrations/" + first);
        assertThat(run("create_users", "blank").paths()).first().isEqualTo("migrations/" + second);
    }

    /** The Supabase CLI takes 20261121 for the version of both {@code 20261121_a_b.sql} and {@code 20261121_002_c_d.sql}. */
    @ParameterizedTest
    @CsvSource({
        "20261121_a_b.sql, 20261121013124_create_users.sql, 20261121013125_create_users.sql",
        "20250115_a_b.sql, 20261121_create_users.sql,       20261121013124_create_users.sql",
    })
    void givesTheSupabaseCliAVersionForEachFileOfADay(String present, String first, String second) throws IOException {
        Files.createDirectories(base.resolve("supabase/migrations"));
        Files.createFile(base.resolve("supabase/migrations").resolve(present));
        Known cli = new Known(Execution.BATCH, Map.of(), Set.of());

        assertThat(run("create_users", "blank", Map.of(), cli).paths())
                .first()
                .isEqualTo("supabase/migrations/" + first);
        assertThat(run("create_users", "blank", Map.of(), cli).paths())
                .first()
                .isEqualTo("supabase/migrations/" + second);
    }

    @Test
    void writesPairsSideBySideWhereTheFolderDoes() throws IOException {
        Files.createDirectory(base.resolve("migrations"));
        Files.createFile(base.resolve("migrations/007_a_b.up.sql"));
        Files.createFile(base.resolve("migrations/007_a_b.down.sql"));

        assertThat(run("create_users", "table").paths())
                .containsExactly("migrations/008_create_users.up.sql", "migrations/008_create_users.down.sql");
    }

    @Test
    void givesEachFileOfAKindItsOwnVersionInOrder() {
        assertThat(run("add_email_to_users", "not-null").paths())
                .map(path -> path.replaceAll(".*/(?=(migration|rollback)/)", ""))
                .containsExactly(
                        "migration/20261121013124_add_email_to_users_check.sql",
                        "rollback/20261121013124_add_email_to_users_check.sql",
                        "migration/20261121013125_add_email_to_users_validate.sql",
                        "rollback/20261121013125_add_email_to_users_validate.sql",
                        "migration/20261121013126_add_email_to_users.sql",
                        "rollback/20261121013126_add_email_to_users.sql");
        assertThat(text("src/main/resources/db/migration/20261121013126_add_email_to_users.sql"))
                .contains("ALTER TABLE public.users ALTER COLUMN email SET NOT NULL;");
    }

    @ParameterizedTest
    @CsvSource({
        "rename_email_to_contact_email_on_users, rename-column, ADD COLUMN IF NOT EXISTS contact_email text",
        "drop_email_from_users,                  drop-column,   ALTER TABLE public.users ALTER COLUMN email DROP",
        "index_email_on_users,                   index,         users_email_idx ON public.users (email)",
        "create_order_status_enum,               enum,          CREATE TYPE public.order_status AS ENUM",
        "add_users_policy,                       policy,        ON public.users",
        "seed_roles,                             seed,          INSERT INTO public.roles",
        "create_active_users_view_of_users,      view,          CREATE OR REPLACE VIEW public.active_users AS",
    })
    void readsTheObjectsFromTheName(String name, String kind, String expected) {
        assertThat(text(run(name, kind).paths().get(0))).contains(expected);
    }

    @Test
    void takesWhatIsGivenBeforeWhatTheNameSays() {
        Map<String, String> given = Map.of("table", "app.people", "column", "mail", "type", "varchar(80)");

        assertThat(text(run("add_email_to_users", "column", given).paths().get(0)))
                .contains("ALTER TABLE app.people ADD COLUMN IF NOT EXISTS mail varchar(80);");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add users!", "../x_y", "", "Add_Users", "1_x", "a__b", "a_", "a/b_c", "añadir_x", "a.b_c"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> run(name, "blank"))
                .isInstanceOf(NewMigrationException.class)
                .hasMessage(
                        "The name \"" + name + "\" cannot be used: a name is words in lower case, letters and digits"
                                + " joined by _, and starts with a letter, such as add_email_to_users");
        assertThat(base).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "fix", "misc_changes", "new_migration", "temp", "more_fixes", "update_v2"})
    void refusesANameThatSaysNothing(String name) {
        assertThatThrownBy(() -> run(name, "blank"))
                .hasMessageStartingWith("The name \"" + name + "\" could be any migration's: say what changes");
        assertThat(base).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "table,  'public.users; drop table x'",
        "table,  a.b.c",
        "column, Email",
        "type,   text'",
        "to,     ${x}",
    })
    void refusesAValueThatIsNoName(String hole, String value) {
        assertThatThrownBy(() -> run("rename_a_to_b_on_users", "rename-column", Map.of(hole, value)))
                .isInstanceOf(NewMigrationException.class)
                .hasMessageStartingWith("-D" + hole + "=" + value + " cannot be used");
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void saysWhichValueIsMissing() {
        assertThatThrownBy(() -> run("tidy_users", "drop-column"))
                .hasMessage("The kind drop-column needs -Dcolumn, such as -Dcolumn=email;"
                        + " the name \"tidy_users\" does not say it");
    }

    @Test
    void listsTheKindsWhereOneIsUnknown() {
        assertThatThrownBy(() -> run("create_users", "tabel"))
                .hasMessageStartingWith(
                        "There is no kind \"tabel\": the kinds are backfill, blank, check, column, drop-column");
    }

    @Test
    void neverOverwrites() throws IOException {
        Path leftover = base.resolve("src/main/resources/db/rollback/20261121013124_create_users.sql");
        Files.createDirectories(leftover.resolveSibling(""));
        Files.writeString(leftover, "-- mine\n");

        assertThatThrownBy(() -> run("create_users", "table"))
                .hasMessageContaining("20261121013124_create_users.sql already exists");
        assertThat(leftover).hasContent("-- mine\n");
        assertThat(base.resolve("src/main/resources/db/migration")).doesNotExist();
    }

    @Test
    void choosesTheSupabaseFormByTheFolderOrTheAuthSchema() throws IOException {
        Files.createDirectories(base.resolve("supabase/migrations"));
        assertThat(text(run("create_users", "table").paths().get(0))).contains("ENABLE ROW LEVEL SECURITY");

        Path other = Files.createDirectories(base.resolve("other"));
        Files.createDirectory(other.resolve("migrations"));
        Files.writeString(other.resolve("migrations/001_a_b.sql"), "SELECT AUTH.email();");
        base = other;
        assertThat(text(run("create_users", "table").paths().get(0))).contains("(SELECT auth.uid()) = user_id");
    }

    @Test
    void fillsAProjectsOwnTemplate() throws IOException {
        Path own = Files.createDirectories(base.resolve("src/migrate/templates"));
        Files.writeString(own.resolve("audit.sql"), "${header}\nALTER TABLE ${table} ENABLE ALWAYS TRIGGER audit;\n");

        New.Result result = run("audit_users", "audit", Map.of("table", "users"));

        assertThat(result.paths()).hasSize(1);
        assertThat(text(result.paths().get(0))).endsWith("\nALTER TABLE public.users ENABLE ALWAYS TRIGGER audit;\n");
    }

    @Test
    void refusesAnUnknownHoleInAnOwnTemplate() throws IOException {
        Path own = Files.createDirectories(base.resolve("src/migrate/templates"));
        Files.writeString(own.resolve("audit.sql"), "${header}\n-- ${ticket}\n");

        assertThatThrownBy(() -> run("audit_users", "audit"))
                .isInstanceOf(UnknownHoleException.class)
                .hasMessageContaining(
                        "audit.sql:2:4: there is no hole ${ticket}; the holes are ${all_labels}, ${author}, ");
        assertThat(base.resolve("src/main")).doesNotExist();
    }

    @Test
    void everyKindCanBeStartedFromItsNameAlone() {
        for (TemplateKind kind : TemplateKind.values()) {
            String name = switch (kind) {
                case RENAME_COLUMN -> "rename_email_to_contact_email_on_users";
                case VIEW -> "create_active_users_view_of_users";
                default -> "add_email_to_users";
            };
            Map<String, String> given = Map.of(
                    "value", "archived", "references", "public.people", "role", "app", "condition", "email <> ''");
            assertThat(run(name, kind.id(), given).files()).as(kind.id()).isNotEmpty();
        }
    }

    private New.Result run(String name, String kind) {
        return run(name, kind, Map.of());
    }

    private New.Result run(String name, String kind, Map<String, String> given) {
        return run(name, kind, given, Known.NOTHING);
    }

    private New.Result run(String name, String kind, Map<String, String> given, Known known) {
        return New.run(new New.Request(
                base,
                List.of(),
                null,
                base.resolve("src/migrate/templates"),
                name,
                kind,
                given,
                "auto",
                14,
                known,
                NOW));
    }

    private String text(String path) {
        try {
            return Files.readString(base.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
