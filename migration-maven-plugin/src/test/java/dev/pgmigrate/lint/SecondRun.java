package dev.pgmigrate.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.lint.rules.Fixture;
import dev.pgmigrate.lint.rules.RefusedStatements;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the files of a history on a real server, and each a second time right after its first. */
final class SecondRun {
    static final String SAME = "same";
    static final String DIFFERS = "differs";

    private static final Path STATE = Path.of("src/test/resources/dev/pgmigrate/truth/state.sql");

    private final ServerConnection connection;
    private final String stateQuery;
    private final boolean wrapped;

    private SecondRun(ServerConnection connection, Fixture history) throws IOException {
        this.connection = connection;
        this.stateQuery = Files.readString(STATE, UTF_8);
        this.wrapped = history.settings().runner() != Runner.PSQL;
    }

    /**
     * Returns what happened the second time, by the path of the file: {@link #SAME}, {@link #DIFFERS} or the server's SQLSTATE.
     * Files that fail the first time are deleted from {@code project}, since they change nothing.
     */
    static Map<String, String> of(ServerConnection connection, Fixture history, Path project) throws IOException {
        if (history.flavour() == Flavour.SUPABASE) {
            RefusedStatements.prepare(connection);
        }
        SecondRun run = new SecondRun(connection, history);
        Map<String, String> outcomes = new LinkedHashMap<>();
        boolean goesOn = true;
        for (Migration migration : history.migrations(project).all()) {
            SqlFile file = migration.sql();
            boolean inOne = run.wrapped
                    && migration.transactionMode() == TransactionMode.TRANSACTION
                    && file.script().statements().stream().noneMatch(TransactionStatement.class::isInstance);
            if (goesOn && run.first(file, inOne)) {
                String second = run.second(file, inOne);
                outcomes.put(file.path(), second);
                // What cannot be taken back leaves a state of its own.
                goesOn = inOne || second.equals(SAME);
            } else {
                Files.delete(project.resolve(file.path()));
                // The driver ends a session whose client_encoding changes.
                goesOn &= inOne && !connection.isClosed();
            }
        }
        return outcomes;
    }

    private boolean first(SqlFile file, boolean inOne) {
        String error = run(file, inOne);
        if (!connection.isClosed()) {
            end(error.isEmpty() ? "COMMIT" : "ROLLBACK");
        }
        return error.isEmpty();
    }

    private String second(SqlFile file, boolean inOne) {
        // Most fail, and where the second run is taken back the state before it can still be read afterwards.
        String before = inOne ? "" : state();
        String error = run(file, inOne);
        String after = error.isEmpty() ? state() : "";
        end("ROLLBACK");
        if (!error.isEmpty()) {
            return error;
        }
        return after.equals(inOne ? state() : before) ? SAME : DIFFERS;
    }

    /** Returns the SQLSTATE of the first statement that the server refuses, or an empty text. */
    private String run(SqlFile file, boolean inOne) {
        if (inOne) {
            connection.execute("BEGIN");
        }
        try {
            new ScriptRunner(connection).run(file);
            return "";
        } catch (StatementFailedException e) {
            return e.error().sqlState();
        }
    }

    private void end(String word) {
        if (connection.inTransaction()) {
            connection.execute(word);
        }
        connection.execute("DISCARD ALL");
    }

    private String state() {
        connection.execute("RESET SESSION AUTHORIZATION; RESET ROLE; DISCARD TEMP; SET search_path = pg_catalog");
        String state = connection.queryOne(stateQuery, row -> row.getString(1)).orElseThrow();
        connection.execute("RESET search_path");
        return state;
    }
}
