package dev.pgmigrate.server;

import dev.pgmigrate.server.ServerConnection.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL of ours in a session that is as role and database want it.
 *
 * <p>Whoever may create an operator or a function in a schema of the {@code search_path} could have it run by the one who
 * sends a query (CVE-2018-1058), and the session's DateStyle would change what is read. Each query is therefore sent with
 * settings of its own, in the same round trip, which end with its transaction: a pooler may give the session to others
 * afterwards.
 */
public final class OwnSql {
    private static final List<String> BEGIN = List.of(
            "BEGIN ISOLATION LEVEL READ COMMITTED",
            // pg_temp is looked into first unless it is named (manual, 20.11 "search_path").
            "SET LOCAL search_path = pg_catalog, pg_temp",
            "SET LOCAL standard_conforming_strings = on",
            "SET LOCAL datestyle = 'ISO, MDY'");

    private final ServerConnection connection;

    OwnSql(ServerConnection connection) {
        this.connection = connection;
    }

    /** Runs a query and reads its rows; {@code ?} in it stands for a parameter. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        if (connection.inOwnTransaction()) {
            return connection.query(sql, reader, parameters);
        }
        requireNoTransaction();
        return closing(() -> connection.queryAfter(BEGIN.size(), wrapped(sql), reader, parameters));
    }

    /** Runs a query that has at most one row. */
    public <T> Optional<T> queryOne(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement that changes rows, and returns how many. */
    public int update(String sql, @Nullable Object... parameters) {
        if (connection.inOwnTransaction()) {
            return connection.update(sql, parameters);
        }
        requireNoTransaction();
        return closing(() -> connection.updateAfter(BEGIN.size(), wrapped(sql), parameters));
    }

    /** Runs {@code work}, whose SQL is all ours, in one transaction, which is rolled back where it fails. */
    public void inTransaction(Runnable work) {
        requireNoTransaction();
        connection.beginOwn(String.join("; ", BEGIN));
        try {
            work.run();
            connection.endOwn("COMMIT");
        } catch (RuntimeException e) {
            connection.endOwn("ROLLBACK");
            throw e;
        }
    }

    private static String wrapped(String sql) {
        return String.join("; ", BEGIN) + "; " + sql + "; COMMIT";
    }

    /** In the transaction of a migration the settings would stay for the statements of its file. */
    private void requireNoTransaction() {
        if (connection.inTransaction()) {
            throw new IllegalStateException("Own SQL in the transaction of a migration has to be qualified instead.");
        }
    }

    private <T> T closing(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!connection.isClosed()) {
                connection.rollback(); // what follows an error is not run, not even the COMMIT
            }
            throw e;
        }
    }
}
