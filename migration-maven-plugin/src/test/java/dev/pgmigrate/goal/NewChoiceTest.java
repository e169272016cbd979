package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.scaffold.Known;
import dev.pgmigrate.scaffold.New;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewChoiceTest {
    @TempDir
    private Path project;

    @BeforeEach
    void writeMigrations() throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(folder.resolve("001_start.sql"), """
                CREATE TYPE order_status AS ENUM ('open', 'paid');
                CREATE TABLE users (id bigint PRIMARY KEY, email varchar(80), owner_id uuid);
                CREATE INDEX users_email_idx ON users (email);
                CREATE TABLE user_emails (id bigint PRIMARY KEY);
                CREATE SCHEMA shop;
                CREATE TABLE shop.orders (id bigint PRIMARY KEY, status order_status);
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add_index_on_users_email | | index on public.users (email)",
                "add_index_to_users | index | index on public.users (TODO)",
                "Add Index On Users Email | | index on public.users (email)",
                "index-email-on-users | INDEX | index on public.users (email)",
                "IndexStatusOnOrders | | index on shop.orders (status)",
                "drop_email_from_users | | drop-column on public.users (email)",
                "drop_email_from_user | | drop-column on public.users (email)",
                "enable_rls_on_users | | rls on public.users (owner_id)",
                "add_policy_for_user_emails | | policy on public.user_emails (TODO)",
                "add_phone_to_users | | column on public.users (null)",
                "AddAge | Column | column on TODO (age)",
                "add_author_fk_to_users | constraint | check on public.users (TODO)",
                "unique users email | | unique on public.users (email)",
                "create_invoices | | table on null (null)"
            })
    void looksUpWhatTheNameSays(String name, @Nullable String kind, String expected) {
        New.Request chosen = choose(name, kind).request();

        assertThat(chosen.kind() + " on " + chosen.given().get("table") + " ("
                        + chosen.given().get("column") + ")")
                .isEqualTo(expected);
        assertThat(New.run(chosen).paths()).isNotEmpty();
    }

    @Test
    void findsTheTypeAndTheLabel() {
        NewChoice.Chosen label = choose("add_refunded_to_order_status", null);
        assertThat(label.request().kind()).isEqualTo("enum-value");
        assertThat(label.request().given())
                .containsEntry("object", "public.order_status")
                .containsEntry("value", "refunded");
        assertThat(label.taken()).containsEntry("object", "public.order_status, which has the labels open, paid");

        assertThat(choose("rename_email_to_contact_email_on_users", null)
                        .request()
                        .given())
                .containsEntry("type", "varchar(80)")
                .containsEntry("column", "email");
    }

    @Test
    void whatIsIndexedIsIndexedUnderItsNewNameToo() {
        New.Result indexed =
                New.run(choose("rename_email_to_contact_email_on_users", null).request());
        New.Result bare =
                New.run(choose("rename_owner_id_to_author_id_on_users", null).request());

        assertThat(indexed.paths())
                .filteredOn(path -> path.startsWith("migrations/"))
                .extracting(path -> path.replaceFirst(".*_", ""))
                .containsExactly("expand.sql", "backfill.sql", "reindex.sql", "contract.sql");
        assertThat(indexed.files().get(4))
                .content()
                .contains("CREATE INDEX CONCURRENTLY IF NOT EXISTS users_contact_email_idx"
                        + " ON public.users (contact_email);");
        assertThat(bare.paths()).noneMatch(path -> path.contains("reindex"));
    }

    @Test
    void aForeignKeyGoesWithTheColumnThatItRefersTo() throws IOException {
        Files.writeString(
                project.resolve("migrations/002_visits.sql"), "CREATE TABLE visits (user_id bigint REFERENCES users);");

        assertThat(contract("rename_id_to_nr_on_users"))
                .contains("the foreign key visits_user_id_fkey of public.visits");
        assertThat(contract("rename_owner_id_to_author_id_on_users")).doesNotContain("visits");
    }

    private String contract(String name) throws IOException {
        List<Path> files = New.run(choose(name, null).request()).files();
        return Files.readString(files.get(files.size() - 2));
    }

    @Test
    void tellsWhatItTook() {
        assertThat(choose("tidy_up_the_shop", null).taken())
                .containsEntry("kind", "blank, since the name means no other: -Dkind=…");
        assertThat(choose("add_index_to_users", null).taken())
                .containsEntry("kind", "index, from the name")
                .containsEntry("table", "public.users, which the migrations make")
                .containsEntry("column", "TODO, one of id, email, owner_id: -Dcolumn=…");
        assertThat(choose("add_age_to_people", null).taken())
                .hasEntrySatisfying("table", reason -> assertThat(reason).contains("no migration makes it"));
    }

    private NewChoice.Chosen choose(String name, @Nullable String kind) {
        New.Request request = new New.Request(
                project,
                List.of(),
                null,
                project.resolve("templates"),
                name,
                "blank",
                Map.of(),
                "plain",
                14,
                Known.NOTHING,
                LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        return NewChoice.of(request, kind, NewChoice.Questions.NONE);
    }
}
