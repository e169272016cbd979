SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'table' END AS kind,
       c.oid, c.relnamespace AS namespace, c.relname AS name,
       pg_get_userbyid(c.relowner) AS owner,
       array_to_string(c.relacl, E'\n') AS acl,
       CASE WHEN c.relacl IS NOT NULL THEN array_to_string(acldefault('r', c.relowner), E'\n') END AS "default acl",
       CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
       (SELECT a.amname FROM pg_catalog.pg_am a WHERE a.oid = c.relam AND a.amname <> 'heap') AS "access method",
       (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace) AS tablespace,
       CASE WHEN c.relrowsecurity THEN 'enabled' END AS "row level security",
       CASE WHEN c.relforcerowsecurity THEN 'yes' END AS "row level security forced",
       CASE c.relreplident WHEN 'n' THEN 'nothing' WHEN 'f' THEN 'full' WHEN 'i' THEN 'index' END AS "replica identity",
       CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END AS "partition key",
       (SELECT string_agg(i.inhparent::pg_catalog.regclass || CASE WHEN i.inhdetachpending THEN ' (detach pending)' ELSE '' END, ', ' ORDER BY i.inhseqno)
        FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid) AS parents,
       pg_get_expr(c.relpartbound, c.oid) AS "partition bound",
       NULLIF(c.reloftype, 0)::pg_catalog.regtype AS "of type",
       array_to_string(c.reloptions, E'\n') AS "storage parameters",
       array_to_string(t.reloptions, E'\n') AS "toast storage parameters",
       s.srvname AS server,
       array_to_string(f.ftoptions, E'\n') AS options
FROM pg_catalog.pg_class c
     LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
     LEFT JOIN (pg_catalog.pg_foreign_table f JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver) ON f.ftrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'f') AND c.oid >= 16384
