SELECT CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS kind,
       c.oid, c.relnamespace AS namespace, c.relname AS name,
       pg_get_userbyid(c.relowner) AS owner,
       array_to_string(c.relacl, E'\n') AS acl,
       CASE WHEN c.relacl IS NOT NULL THEN array_to_string(acldefault('r', c.relowner), E'\n') END AS "default acl",
       pg_get_viewdef(c.oid) AS definition,
       CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
       CASE WHEN NOT c.relispopulated THEN 'no' END AS populated,
       (SELECT a.amname FROM pg_catalog.pg_am a WHERE a.oid = c.relam AND a.amname <> 'heap') AS "access method",
       (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace) AS tablespace,
       CASE c.relreplident WHEN 'f' THEN 'full' WHEN 'i' THEN 'index' END AS "replica identity",
       array_to_string(c.reloptions, E'\n') AS options,
       array_to_string(t.reloptions, E'\n') AS "toast storage parameters"
FROM pg_catalog.pg_class c
     LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
WHERE c.relkind IN ('v', 'm') AND c.oid >= 16384
