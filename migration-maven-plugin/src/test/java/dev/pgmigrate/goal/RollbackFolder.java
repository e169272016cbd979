package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Three migrations with their rollbacks, and what applies them and rolls them back. */
abstract class RollbackFolder {
    static final RollbackTarget NEWEST = new RollbackTarget.Newest(1);

    @TempDir
    Path project;

    ConnectionTarget target = TestPostgres.of(18).newDatabase();
    final List<String> plan = new ArrayList<>();

    /** Starts the server on which rollbacks are tried first, or null where they are not. */
    @Nullable
    Function<PostgresVersion, DisposablePostgres> serverOrNull;

    @BeforeEach
    void writeMigrations() throws IOException {
        Files.createDirectories(project.resolve("rollback"));
        Files.createDirectories(project.resolve("migrations"));
        migration("001_users.sql", "CREATE TABLE users (id int PRIMARY KEY);", "DROP TABLE users;");
        migration("002_email.sql", "ALTER TABLE users ADD email text;", "ALTER TABLE users DROP COLUMN email;");
        migration("003_orders.sql", "CREATE TABLE orders (id int);", "DROP TABLE IF EXISTS orders;");
    }

    String message(RollbackTarget which) throws Exception {
        Result result = rollback(which, true);
        assertThat(result.failed()).isTrue();
        return result.failures().get(0).message();
    }

    Result rollback(RollbackTarget which, boolean write) {
        return rollback(which, write, line -> {});
    }

    Result rollback(RollbackTarget which, boolean write, Consumer<String> told) {
        return rollback(which, write, told, null);
    }

    Result rollback(
            RollbackTarget which, boolean write, Consumer<String> told, @Nullable BiConsumer<String, String> dryRun) {
        return Rollback.run(new Rollback.Request(
                folders(),
                database(),
                MigratorSettings.defaults("test"),
                which,
                write,
                serverOrNull,
                dryRun,
                line -> {
                    plan.add(line);
                    told.accept(line);
                },
                MigratorListener.NONE,
                AfterRun.NOTHING));
    }

    ConnectionTarget as(String role) {
        return new ConnectionTarget(target.url(), role, "secret", target.parameters());
    }

    MigrationFolders folders() {
        return MigrationFolders.find(project, List.of(project.resolve("migrations")), null);
    }

    Database database() {
        return new Database(target, HistoryTable.DEFAULT);
    }

    void apply() {
        apply(false);
    }

    void applyOutOfOrder() {
        apply(true);
    }

    void apply(boolean outOfOrder) {
        MigratorSettings usual = MigratorSettings.defaults("test");
        try (ServerConnection worker = connect()) {
            assertThat(new Migrator(
                                    worker,
                                    new MigratorSettings(
                                            usual.table(),
                                            null,
                                            outOfOrder,
                                            usual.timeouts(),
                                            usual.lockWait(),
                                            usual.retry(),
                                            null,
                                            "test"),
                                    MigratorListener.NONE)
                            .apply(Migrations.read(folders()))
                            .failure())
                    .isEmpty();
        }
    }

    ServerConnection connect() {
        return ServerConnection.open(target);
    }

    void run(String sql) {
        try (ServerConnection connection = connect()) {
            connection.execute(sql);
        }
    }

    String ask(String sql) {
        try (ServerConnection connection = connect()) {
            return connection.queryOne(sql, row -> row.getString(1)).orElseThrow();
        }
    }

    List<String> tables() {
        try (ServerConnection connection = connect()) {
            return connection.query(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", row -> row.getString(1));
        }
    }

    static List<String> states(Result result) {
        return result.files().stream()
                .map(file -> file.version() + " " + file.state())
                .toList();
    }

    void migration(String name, String sql, @Nullable String rollback) throws IOException {
        Files.writeString(project.resolve("migrations").resolve(name), sql);
        if (rollback != null) {
            Files.writeString(project.resolve("rollback").resolve(name), rollback);
        }
    }
}
