package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.scaffold.Known;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
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
                CREATE TABLE shop.orders (id bigint PRIMARY KEY, status order_status, paid_at date, "end" date);
                CREATE TABLE "Customer" ("Id" bigint PRIMARY KEY, "userId" bigint, "createdAt" date, "userName" text,
                    "order" int);
                CREATE TABLE posts (id bigint PRIMARY KEY, user_id bigint, score int);
                CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
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
                "add_policy_for_user_emails | | rls on public.user_emails (TODO)",
                "add_phone_to_users | | column on public.users (phone)",
                "AddUserIDToUsers | | column on public.users (user_id)",
                "enableRLSOnUsers | | rls on public.users (owner_id)",
                "Add teléfono to users | | column on public.users (telefono)",
                "add a phone column to the users table | | column on public.users (phone)",
                "add phone to public.users | | column on public.users (phone)",
                "V7__add_phone_to_users.sql | | column on public.users (phone)",
                "add phone, fax to users | | column on public.users (TODO)",
                "add_email_to_users | | column on public.users (TODO)",
                "add_age_to_user_profiles | | column on null (null)",
                "add_view_count_to_posts | | column on public.posts (view_count)",
                "make_email_not_null | | not-null on public.users (email)",
                "index_orders_on_paid_at | | index on shop.orders (paid_at)",
                "index orders (status, paid_at) | | index on shop.orders (TODO)",
                "create_index_on_customer_created_at | | index on public.\"Customer\" (\"createdAt\")",
                "add_unique_index_on_users_email | | unique on public.users (email)",
                "add_fk_from_posts_to_users | | foreign-key on public.posts (user_id)",
                "change id to numeric on posts | | type-change on public.posts (id)",
                "rename_score_to_points | | rename-column on public.posts (score)",
                "rename_posts_to_articles | | blank on null (null)",
                "drop users email column | | drop-column on public.users (email)",
                "drop_index_from_users | | blank on null (null)",
                "disable_rls_on_users | | blank on null (null)",
                "drop_user_name_from_customer | | drop-column on public.\"Customer\" (\"userName\")",
                "remove_paid_from_order_status | | enum-recreate on shop.orders (status)",
                "add_policy_for_posts | | rls on public.posts (user_id)",
                "index_events_at | | blank on public.events (null)",
                "add mood enum | | enum on null (null)",
                "add invoices table | | table on null (null)",
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

    /** A reserved word, a capital letter: what PostgreSQL would fold or refuse. */
    @Test
    void quotesWhatSqlQuotes() throws IOException {
        for (String name : List.of(
                "add_user_to_customer",
                "index_order_on_customer",
                "check_order_on_customer",
                "unique_created_at_on_customer",
                "require_created_at_on_customer",
                "rename_user_name_to_full_name_on_customer",
                "change_created_at_to_timestamptz_on_customer",
                "backfill_customer_order",
                "add_trigger_on_customer",
                "create_view_of_customer",
                "add_policy_for_customer")) {
            String kind = name.startsWith("check") ? "check" : null;
            New.run(choose(name, kind).request());
        }
        Migrations migrations = Migrations.read(MigrationFolders.find(project, List.of(), null));

        LintReport report = Linter.lint(
                migrations,
                SettingsBuilder.defaults().flavour(Flavour.PLAIN).build(),
                RuleCatalog.ALL,
                AppliedVersions.UNKNOWN);

        assertThat(report.findings().stream()
                        .filter(finding -> !finding.file().endsWith("001_start.sql"))
                        .map(finding -> finding.rule().value())
                        .distinct())
                .containsExactlyInAnyOrder("todo-left");
        try (ServerConnection database = TestPostgres.of(18).connect()) {
            new Migrator(database, MigratorSettings.defaults("test"), MigratorListener.NONE).apply(migrations);

            assertThat(new Planner(database, HistoryTable.DEFAULT)
                            .plan(migrations)
                            .pending())
                    .isEmpty();
        }
    }

    @Test
    void takesTheTypeFromWhatIsThere() {
        assertThat(choose("add_post_id_to_users", null).taken())
                .containsEntry("type", "bigint, as the migrations have it");
        assertThat(choose("add_order_status_to_posts", null).taken())
                .containsEntry("type", "public.order_status, as the migrations have it");
        assertThat(choose("change_id_type_on_posts", null).taken())
                .containsEntry("type", "TODO, the name does not say it: -Dtype=…");
        assertThat(choose("grant_posts_to_web", null).taken()).containsEntry("role", "web, from the name");
    }

    @Test
    void tellsWhatItTook() {
        assertThat(choose("tidy_up_the_shop", null).taken())
                .containsEntry("kind", "blank, since the name means no other: -Dkind=…");
        assertThat(choose("add_index_to_users", null).taken())
                .containsEntry("kind", "index, from the name")
                .containsEntry("table", "public.users, which the migrations make")
                .containsEntry("column", "TODO, one of id, email, owner_id: -Dcolumn=…");
        assertThat(choose("add_email_to_users", null).taken())
                .containsEntry("column", "TODO, since public.users has a column email: -Dcolumn=…");
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
