package dev.pgmigrate.proof;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.proof.observe.MinimalRow;
import dev.pgmigrate.proof.observe.ProtectedTable;
import dev.pgmigrate.proof.observe.TablePolicy;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Finds what somebody who is not logged in can do with a table though no policy means it, by doing it: a condition such as
 * {@code auth.uid() IS NOT DISTINCT FROM owner} looks strict and is not. All of it is undone.
 */
final class UnmeantAccess {
    static final String NOBODY = "anon";

    private static final String CLAIMS =
            "SET LOCAL request.jwt.claims = '{\"role\": \"anon\"}'; SET LOCAL request.jwt.claim.sub = ''";

    /** Checks of constraints come after those of policies, so that a row got past them (manual, "Row Security Policies"). */
    private static final String CONSTRAINTS = "23";

    private final ServerConnection connection;
    private final ProtectedTable table;
    private final List<TablePolicy> policies;
    private final String row;
    private final List<String> found = new ArrayList<>();

    private UnmeantAccess(ServerConnection connection, Look look) {
        this.connection = connection;
        this.table = look.table();
        this.policies = look.policies();
        this.row = look.row();
    }

    /**
     * What has to be read of a table before the transaction in which it is tried.
     *
     * @param policies those for somebody who is not logged in
     * @param row what inserts a row
     */
    record Look(ProtectedTable table, List<TablePolicy> policies, String row) {
        static Look at(ServerConnection connection, ProtectedTable table) {
            return new Look(
                    table,
                    TablePolicy.of(connection, table.name(), NOBODY),
                    MinimalRow.insertInto(connection, table.name()));
        }
    }

    /** Returns the commands that get through, in the open transaction of a superuser. */
    static List<String> commands(ServerConnection connection, Look look) {
        UnmeantAccess access = new UnmeantAccess(connection, look);
        access.find();
        return access.found;
    }

    private void find() {
        String name = table.name().quoted();
        connection.execute("SAVEPOINT rows; " + CLAIMS);
        makeRow();
        touches("SELECT", "r", where -> connection.ask("SELECT EXISTS (SELECT FROM " + name + where + ")"));
        table.column().map(Identifier::quote).ifPresent(column -> {
            String update = "UPDATE " + name + " SET " + column + " = " + column;
            touches("UPDATE", "w", where -> changes(update + where));
        });
        touches("DELETE", "d", where -> changes("DELETE FROM " + name + where));
        if (!of("a").isEmpty()
                && MeantCondition.of(of("a"), true).isEmpty()
                && asNobody(() -> inserts("INSERT INTO " + name + " DEFAULT VALUES"))) {
            found.add("INSERT");
        }
        connection.execute("ROLLBACK TO SAVEPOINT rows");
    }

    private List<TablePolicy> of(String command) {
        return policies.stream().filter(policy -> policy.isFor(command)).toList();
    }

    /** Without a row nothing can be seen; one that its constraints refuse is left out. */
    private void makeRow() {
        connection.execute("SAVEPOINT made; SET LOCAL session_replication_role = replica");
        boolean made = runs(row).isEmpty();
        connection.execute(made ? "SET LOCAL session_replication_role = origin" : "ROLLBACK TO SAVEPOINT made");
    }

    private boolean changes(String sql) {
        return connection.ask("WITH changed AS (" + sql + " RETURNING 1) SELECT EXISTS (SELECT FROM changed)");
    }

    /** Keeps {@code command} if it gets at a row that no policy means. */
    private void touches(String command, String code, Predicate<String> getsAt) {
        if (of(code).isEmpty()) {
            return;
        }
        String where = MeantCondition.of(of(code), false)
                .map(condition -> " WHERE NOT COALESCE(" + condition + ", false)")
                .orElse("");
        if (asNobody(() -> isAllowed(where, getsAt))) {
            found.add(command);
        }
    }

    private static boolean isAllowed(String where, Predicate<String> getsAt) {
        try {
            return getsAt.test(where);
        } catch (ServerException e) {
            return false;
        }
    }

    private boolean inserts(String sql) {
        return runs(sql).map(state -> state.startsWith(CONSTRAINTS)).orElse(true);
    }

    /** Returns the SQLSTATE with which a statement fails, or nothing if it does not. */
    private Optional<String> runs(String sql) {
        try {
            connection.execute(sql);
            return Optional.empty();
        } catch (ServerException e) {
            return Optional.of(e.error().sqlState());
        }
    }

    private boolean asNobody(BooleanSupplier tried) {
        connection.execute("SAVEPOINT nobody; SET LOCAL ROLE " + NOBODY);
        boolean allowed = tried.getAsBoolean();
        connection.execute("ROLLBACK TO SAVEPOINT nobody");
        return allowed;
    }
}
