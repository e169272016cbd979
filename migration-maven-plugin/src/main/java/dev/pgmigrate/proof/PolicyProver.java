package dev.pgmigrate.proof;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.proof.observe.ProtectedTable;
import dev.pgmigrate.proof.observe.Touched;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries the policies of tables as the roles that they are for. A command is planned: a policy that calls itself, and a right
 * that is missing, show then already. What nobody means to allow is tried with rows.
 */
final class PolicyProver {
    /** A role without rights of its own, which lives as long as the transaction. */
    private static final String PLAIN = "migrate_plain_role";

    private static final String CLAIMS = "SET LOCAL request.jwt.claims ="
            + " '{\"sub\": \"00000000-0000-0000-0000-000000000001\", \"role\": \"authenticated\"}'";

    private final ServerConnection connection;

    PolicyProver(ServerConnection connection) {
        this.connection = connection;
    }

    /** Returns the problems of the protected tables that a migration touches; everything that is tried is undone. */
    List<PolicyProblem> problems(Touched touched) {
        List<ProtectedTable> tables = ProtectedTable.among(connection, touched.relations());
        if (tables.isEmpty()) {
            return List.of();
        }
        Set<String> roles = new TreeSet<>(ProtectedTable.apiRoles(connection));
        roles.add(PLAIN);
        List<UnmeantAccess.Look> looks = roles.contains(UnmeantAccess.NOBODY)
                ? tables.stream()
                        .map(table -> UnmeantAccess.Look.at(connection, table))
                        .toList()
                : List.of();
        List<PolicyProblem> problems = new ArrayList<>();
        connection.execute("BEGIN; CREATE ROLE " + PLAIN + "; " + CLAIMS);
        try {
            for (ProtectedTable table : tables) {
                connection.execute("GRANT USAGE ON SCHEMA "
                        + Identifier.quote(table.name().schema().orElseThrow()) + " TO " + PLAIN
                        + "; GRANT SELECT, INSERT, UPDATE, DELETE ON "
                        + table.name().quoted() + " TO " + PLAIN);
                for (String role : roles) {
                    commands(table).forEach((command, sql) -> tryOut(table.name(), role, command, sql, problems));
                }
            }
            for (UnmeantAccess.Look look : looks) {
                for (String command : UnmeantAccess.commands(connection, look)) {
                    problems.add(new PolicyProblem(look.table().name(), UnmeantAccess.NOBODY, command, null));
                }
            }
        } finally {
            connection.rollback();
        }
        return problems;
    }

    private static Map<String, String> commands(ProtectedTable table) {
        String name = table.name().quoted();
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("SELECT", "SELECT * FROM " + name);
        commands.put("INSERT", "INSERT INTO " + name + " DEFAULT VALUES");
        table.column()
                .ifPresent(column ->
                        commands.put("UPDATE", "UPDATE " + name + " SET " + Identifier.quote(column) + " = DEFAULT"));
        commands.put("DELETE", "DELETE FROM " + name);
        return commands;
    }

    private void tryOut(QualifiedName table, String role, String command, String sql, List<PolicyProblem> problems) {
        connection.execute("SAVEPOINT tried; SET LOCAL ROLE " + Identifier.quote(role));
        try {
            connection.execute("EXPLAIN " + sql);
        } catch (ServerException e) {
            if (!isOrdinary(e, role, table)) {
                problems.add(new PolicyProblem(
                        table, role.equals(PLAIN) ? "a role with rights on the table" : role, command, e.error()));
            }
        } finally {
            connection.execute("ROLLBACK TO SAVEPOINT tried");
        }
    }

    /**
     * Whoever has no right on the table, or on its schema, is kept out on purpose; and what the role lacks that is made here,
     * such as the right to call what a default or a policy calls, nobody has decided.
     */
    private static boolean isOrdinary(ServerException e, String role, QualifiedName table) {
        String message = e.error().message();
        return e.is(SqlState.INSUFFICIENT_PRIVILEGE)
                && (role.equals(PLAIN)
                        || message.endsWith("table " + table.name())
                        || message.endsWith("schema " + table.schema().orElse("")));
    }
}
