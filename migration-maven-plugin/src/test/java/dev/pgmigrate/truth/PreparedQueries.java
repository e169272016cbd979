package dev.pgmigrate.truth;

import dev.pgmigrate.server.ServerConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Queries that are asked after each statement of a long course, planned once in their session instead of each time. The
 * driver cannot keep their plans: it lets go of all that it has prepared whenever the search path changes.
 */
public final class PreparedQueries {
    private static final Pattern LETS_GO = Pattern.compile("(?i)\\s*(DISCARD|DEALLOCATE)\\b");

    /** What {@code DISCARD ALL} does (manual, DISCARD), but for what is prepared here. */
    private static final String END_OF_SESSION = """
            RESET SESSION AUTHORIZATION; RESET ALL; CLOSE ALL; UNLISTEN *; SELECT pg_catalog.pg_advisory_unlock_all();
            DISCARD TEMP; DISCARD SEQUENCES;
            DO $end$
            DECLARE theirs text;
            BEGIN
              FOR theirs IN SELECT name FROM pg_prepared_statements WHERE from_sql AND name NOT LIKE 'truth\\_%' LOOP
                EXECUTE format('DEALLOCATE %I', theirs);
              END LOOP;
            END
            $end$""";

    private final ServerConnection connection;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private int prepared;

    public PreparedQueries(ServerConnection connection) {
        this.connection = connection;
    }

    /** Returns the statement that asks {@code query}, which is prepared when it is asked for the second time. */
    public String execute(String query) {
        if (asked.add(query)) {
            return query;
        }
        return "EXECUTE "
                + names.computeIfAbsent(query, text -> {
                    String name = "truth_" + ++prepared;
                    connection.execute("PREPARE " + name + " AS " + text);
                    return name;
                });
    }

    /** Forgets what the session was told, as if what comes next had one of its own. */
    public void endSession() {
        connection.execute(END_OF_SESSION);
    }

    /** Hears what the session was told, which may have let go of what it had prepared. */
    public void afterwards(String sql) {
        if (LETS_GO.matcher(sql).lookingAt()) {
            names.clear();
        }
    }
}
