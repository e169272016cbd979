package dev.pgmigrate.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads no more of an answer than was asked for, however many rows the server has for it. */
final class Answers {
    private final Statement statement;
    private final Wire wire;

    Answers(Statement statement, Wire wire) {
        this.statement = statement;
        this.wire = wire;
    }

    /** Runs statements in one round trip, discarding any rows. */
    void discard(String sql) throws SQLException {
        wire.keepRows(0);
        try {
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() != -1) {
                rows = statement.getMoreResults();
            }
            statement.clearWarnings();
        } finally {
            wire.keepRows(Wire.ALL);
        }
    }

    /** Runs statements in one round trip, and returns whether the last column of the first row is true. */
    boolean ask(String sql) throws SQLException {
        wire.keepRows(1);
        try {
            Boolean answer = null;
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() != -1) {
                if (rows && answer == null) {
                    try (ResultSet result = statement.getResultSet()) {
                        int last = result.getMetaData().getColumnCount();
                        answer = result.next() && result.getBoolean(last);
                    }
                }
                rows = statement.getMoreResults();
            }
            statement.clearWarnings();
            return Boolean.TRUE.equals(answer);
        } finally {
            wire.keepRows(Wire.ALL);
        }
    }

    /** Runs a query, and returns the values of its first rows. */
    List<List<@Nullable Object>> firstRows(String sql, int most) throws SQLException {
        wire.keepRows(most);
        try {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        List<@Nullable Object> row = new ArrayList<>(columns);
                        for (int i = 1; i <= columns; i++) {
                            row.add(result.getObject(i));
                        }
                        rows.add(row);
                    }
                }
            }
            statement.clearWarnings();
            return rows;
        } finally {
            wire.keepRows(Wire.ALL);
        }
    }
}
