package dev.pgmigrate.apply.baseline;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Three migrations, and what starts a history for them in a database that another tool has migrated. */
abstract class AdoptionFolder {
    static final MigratorSettings SETTINGS = MigratorSettings.defaults("test");
    static final String FLYWAY = """
        CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50),
            description varchar(200), type varchar(20), script varchar(1000), checksum int,
            installed_by varchar(100), installed_on timestamp DEFAULT now(), execution_time int, success boolean);
        """;
    static final String SUPABASE = """
        CREATE SCHEMA supabase_migrations;
        CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
        """;

    @TempDir
    Path base;

    Folder folder;

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base)
                .with("001_a.sql", "SELECT 1;")
                .with("002_b.sql", "SELECT 2;")
                .with("003_c.sql", "SELECT 3;");
    }

    static Baseliner baseliner(ServerConnection connection) {
        return new Baseliner(connection, SETTINGS, (holder, waited) -> {});
    }

    Adoption adopt(ServerConnection connection, String tool) {
        Baseliner baseliner = baseliner(connection);
        Adoption adoption = baseliner.fromTool(folder.read(), tool, Map.of());
        baseliner.write(adoption);
        return adoption;
    }

    Adoption preview(ServerConnection connection, Map<String, String> chosen) {
        return baseliner(connection).from(folder.read(), QualifiedName.of("public", "schema_migrations"), chosen);
    }

    List<String> states(ServerConnection connection) {
        return states(connection, folder);
    }

    static List<String> states(ServerConnection connection, Folder files) {
        return new Planner(connection, HistoryTable.DEFAULT)
                .plan(files.read()).all().stream()
                        .map(planned ->
                                planned.version() + " " + planned.state().id())
                        .toList();
    }

    static List<String> ask(ServerConnection connection, String query) {
        return connection.query(query, row -> row.getString(1));
    }

    static List<String> names(Adoption adoption) {
        return adoption.adopted().stream().map(adopted -> adopted.file().name()).toList();
    }

    static List<String> versions(Adoption adoption) {
        return adoption.adopted().stream()
                .map(adopted -> adopted.file().version().toString())
                .toList();
    }
}
