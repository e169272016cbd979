package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as a server ran it, written down so that it can be linted: what the server refused is there, but rolled back, and
 * so is everything that ran in a transaction that failed.
 */
final class SuiteCourse {
    private static final String FAILED_TRANSACTION = "25P02";

    private final StringBuilder text = new StringBuilder();
    private final List<Asked> asked = new ArrayList<>();
    private int setup;

    private SuiteCourse() {}

    /**
     * A statement and what the server said of it.
     *
     * @param start where it stands in {@link #text()}
     * @param line where it stands in the file of the suite
     * @param error null where it succeeded
     */
    record Asked(int start, int end, int line, @Nullable ServerError error) {
        boolean holds(int offset) {
            return start <= offset && offset < end;
        }

        /** Returns the error's code, empty where it succeeded. */
        String sqlState() {
            return error == null ? "" : error.sqlState();
        }

        String message() {
            return error == null ? "" : error.message();
        }
    }

    /** Runs a file, each statement by itself, as psql does. */
    static SuiteCourse of(RegressionSuite suite, Path file) throws IOException {
        SourceText source = SourceText.of(Files.readString(file, UTF_8));
        SuiteCourse course = new SuiteCourse();
        suite.setup(file).forEach(course::write);
        course.setup = course.text.length();
        try (ServerConnection connection = suite.prepare(file)) {
            boolean failed = false;
            for (Statement statement : RegressionSuite.changes(source)) {
                boolean within = connection.inTransaction();
                String sql = source.text(statement.range());
                ServerError error = error(connection, sql);
                if (RegressionSuite.isOver(connection)) {
                    break;
                }
                boolean ends = statement instanceof TransactionStatement && within && !connection.inTransaction();
                if (ends) {
                    course.write(failed || error != null ? "ROLLBACK" : sql);
                } else if (error == null || !error.sqlState().equals(FAILED_TRANSACTION)) {
                    int line = source.position(statement.range().start()).line();
                    course.add(sql, line, error, within);
                }
                failed = connection.inTransaction() && (error != null || (failed && !isRollback(statement)));
            }
        }
        return course;
    }

    private static @Nullable ServerError error(ServerConnection connection, String sql) {
        try {
            connection.execute(sql);
            return null;
        } catch (ServerException e) {
            return e.error();
        }
    }

    private static boolean isRollback(Statement statement) {
        return statement instanceof TransactionStatement back
                && back.action() == TransactionStatement.Action.ROLLBACK_TO;
    }

    private void add(String sql, int line, @Nullable ServerError error, boolean within) {
        boolean alone = error != null && !within;
        if (alone) {
            write("BEGIN");
        }
        int start = text.length();
        write(sql);
        asked.add(new Asked(start, start + sql.length(), line, error));
        if (alone) {
            write("ROLLBACK");
        }
    }

    private void write(String sql) {
        text.append(sql).append("\n;\n");
    }

    /** Returns what has run before the file. */
    String setup() {
        return text.substring(0, setup);
    }

    String text() {
        return text.toString();
    }

    List<Asked> asked() {
        return asked;
    }
}
