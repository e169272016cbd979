package dev.pgmigrate.health;

import dev.pgmigrate.server.ServerConnection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A query with named parameters, {@code :schema_name_param::text}. */
final class HealthQuery {
    /** Not the second colon of a cast. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    private final String sql;
    private final List<String> parameters = new ArrayList<>();

    HealthQuery(String text) {
        this.sql = PARAMETER
                .matcher(COMMENT.matcher(text).replaceAll("").strip().replaceAll(";$", ""))
                .replaceAll(name -> {
                    parameters.add(name.group(1));
                    return "?";
                });
    }

    /** Returns the rows by column. */
    List<Map<String, String>> rows(ServerConnection connection, Map<String, Object> values) {
        return connection
                .ours()
                .query(
                        sql,
                        HealthQuery::row,
                        parameters.stream()
                                .map(name -> Objects.requireNonNull(values.get(name), name))
                                .toArray());
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        Map<String, String> row = new HashMap<>();
        ResultSetMetaData columns = result.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), Objects.requireNonNullElse(result.getString(i), ""));
        }
        return row;
    }
}
