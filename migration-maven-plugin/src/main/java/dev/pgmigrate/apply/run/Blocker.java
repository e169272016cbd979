package dev.pgmigrate.apply.run;

import org.jspecify.annotations.Nullable;

/**
 * A session that holds what a migration waits for, as far as the role may see it.
 *
 * @param pid its process
 * @param user its role
 * @param application what it calls itself; may be empty
 * @param state {@code active}, {@code idle in transaction} …; empty where it is hidden
 * @param seconds how long its transaction has been open
 * @param queryOrNull its last statement, or null where it is hidden
 */
public record Blocker(
        int pid,
        String user,
        String application,
        String state,
        long seconds,
        @Nullable String queryOrNull) {
    @Override
    public String toString() {
        String query = queryOrNull;
        return "process " + pid + " (" + user + (application.isEmpty() ? "" : ", " + application) + ")"
                + (state.isEmpty() ? "" : ", " + state) + ", transaction open for " + seconds + " s"
                + (query == null ? "" : ": " + query);
    }
}
