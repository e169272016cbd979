package dev.pgmigrate.proof.observe;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A permissive policy that lets a role do something, as the server has it.
 *
 * @param command {@code r}, {@code a}, {@code w}, {@code d} or {@code *} (manual, "pg_policy")
 * @param named whether it is for that role by name, and not for everybody
 * @param usingOrNull its condition on rows that are there
 * @param checkOrNull its condition on new rows
 * @param asking the names of the functions that it calls and that ask who is asking
 */
public record TablePolicy(
        String command,
        boolean named,
        @Nullable String usingOrNull,
        @Nullable String checkOrNull,
        Set<String> asking) {
    private static final String QUERY = """
        SELECT p.polcmd, (SELECT oid FROM pg_roles WHERE rolname = ?) = ANY (p.polroles),
          pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid),
          ARRAY(SELECT DISTINCT f.proname::text FROM pg_depend d JOIN pg_proc f ON f.oid = d.refobjid
                WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_proc'::regclass
                  AND COALESCE(pg_get_function_sqlbody(f.oid), f.prosrc)
                    ~* 'current_setting|current_user|session_user|current_role|auth\\.')
        FROM pg_policy p
        WHERE p.polrelid = to_regclass(?) AND p.polpermissive
          AND (0 = ANY (p.polroles)
            OR EXISTS (SELECT FROM unnest(p.polroles) AS r WHERE r <> 0 AND pg_has_role(?, r, 'MEMBER')))""";

    public TablePolicy {
        asking = Set.copyOf(asking);
    }

    /** Returns those of {@code table} that are for {@code role}, by name or not. */
    public static List<TablePolicy> of(ServerConnection connection, QualifiedName table, String role) {
        return connection
                .ours()
                .query(
                        QUERY,
                        row -> new TablePolicy(
                                row.getString(1), row.getBoolean(2), row.getString(3), row.getString(4), Set.of((String
                                                [])
                                        row.getArray(5).getArray())),
                        role,
                        table.quoted(),
                        role);
    }

    /** Returns whether it is for a command, {@code r}, {@code a}, {@code w} or {@code d}. */
    public boolean isFor(String wanted) {
        return command.equals("*") || command.equals(wanted);
    }
}
