package dev.pgmigrate.proof.observe;

import dev.pgmigrate.server.ServerConnection;
import java.util.Map;
import java.util.TreeMap;

/** The roles of a server with their attributes, memberships and settings, which no database's own catalog has. */
final class ServerRoles {
    /** The numbers of built-in roles, which nobody can change, are below 16384 (manual, "System Catalog Initial Data"). */
    private static final String QUERY = """
        SELECT 'role ' || rolname,
               pg_catalog.concat_ws(' ', CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolinherit THEN 'INHERIT' END,
                   CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolcreatedb THEN 'CREATEDB' END,
                   CASE WHEN rolcanlogin THEN 'LOGIN' END, CASE WHEN rolreplication THEN 'REPLICATION' END,
                   CASE WHEN rolbypassrls THEN 'BYPASSRLS' END, 'CONNECTION LIMIT ' || rolconnlimit,
                   'VALID UNTIL ' || rolvaliduntil)
        FROM pg_catalog.pg_roles WHERE oid >= 16384
        UNION ALL
        SELECT 'membership of ' || m.rolname || ' in ' || r.rolname, 'ADMIN ' || pg_catalog.bool_or(a.admin_option)
        FROM pg_catalog.pg_auth_members a JOIN pg_catalog.pg_roles m ON m.oid = a.member
        JOIN pg_catalog.pg_roles r ON r.oid = a.roleid GROUP BY m.rolname, r.rolname
        UNION ALL
        SELECT 'settings of role ' || r.rolname, s.setconfig::pg_catalog.text
        FROM pg_catalog.pg_db_role_setting s JOIN pg_catalog.pg_roles r ON r.oid = s.setrole WHERE s.setdatabase = 0
        UNION ALL
        SELECT 'tablespace ' || spcname, '' FROM pg_catalog.pg_tablespace""";

    private ServerRoles() {}

    /** Returns what each is, by its kind and name. */
    static Map<String, String> read(ServerConnection connection) {
        Map<String, String> roles = new TreeMap<>();
        connection
                .ours()
                .query(QUERY, row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(role -> roles.put(role.getKey(), role.getValue()));
        return roles;
    }
}
