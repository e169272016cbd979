package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.ast.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs a history on a real server, past the statements that it refuses. */
public final class RefusedStatements {
    private final ServerConnection connection;
    private final List<String> refused = new ArrayList<>();

    private RefusedStatements(ServerConnection connection) {
        this.connection = connection;
    }

    /** Returns the SQLSTATE and the place of each statement that the server refuses. */
    static List<String> of(Fixture history, int major, Path project) throws IOException {
        try (ServerConnection connection = TestPostgres.of(major).connect()) {
            if (history.flavour() == Flavour.SUPABASE) {
                prepare(connection);
            }
            RefusedStatements run = new RefusedStatements(connection);
            for (Migration migration : history.migrations(project).all()) {
                boolean wrapped = migration.transactionMode() == TransactionMode.TRANSACTION
                        && history.settings().runner() != Runner.PSQL;
                run.file(migration.sql(), wrapped);
            }
            return run.refused;
        }
    }

    /** Returns those of the rollbacks, the newest first, all of them run twice after the whole history. */
    static List<String> ofRollbacks(Fixture history, int major, Path project) throws IOException {
        try (ServerConnection connection = TestPostgres.of(major).connect()) {
            RefusedStatements run = new RefusedStatements(connection);
            List<Migration> migrations =
                    new ArrayList<>(history.migrations(project).all());
            for (Migration migration : migrations) {
                new ScriptRunner(connection).run(migration.sql());
            }
            Collections.reverse(migrations);
            for (int i = 0; i < 2; i++) {
                for (Migration migration : migrations) {
                    migration.rollback().ifPresent(rollback -> run.file(rollback.sql(), false));
                }
            }
            return run.refused;
        }
    }

    public static void prepare(ServerConnection connection) throws IOException {
        try (InputStream prelude = RefusedStatements.class.getResourceAsStream("/dev/pgmigrate/proof/supabase.sql")) {
            TestPostgres.changeRoles(connection, new String(prelude.readAllBytes(), UTF_8));
        }
    }

    private void file(SqlFile file, boolean wrapped) {
        if (!file.script().copyData().isEmpty()) {
            new ScriptRunner(connection).run(file);
            return;
        }
        connection.execute(wrapped ? "BEGIN" : "SELECT 1");
        for (Statement statement : file.script().statements()) {
            boolean within = connection.inTransaction();
            connection.execute(within ? "SAVEPOINT before_statement" : "SELECT 1");
            try {
                connection.execute(file.source().text(statement.range()));
            } catch (ServerException e) {
                int line = file.source().position(statement.range().start()).line();
                refused.add(e.error().sqlState() + " at " + file.path() + ":" + line + ": " + e.getMessage());
                connection.execute(within ? "ROLLBACK TO before_statement" : "SELECT 1");
            }
        }
        connection.execute(connection.inTransaction() ? "COMMIT" : "SELECT 1");
        connection.execute("RESET ALL");
    }
}
