SELECT 'index' AS kind, i.oid, x.indrelid AS parent, i.relname AS name,
       pg_get_indexdef(i.oid) AS definition,
       n.conname AS constraint,
       CASE WHEN NOT x.indisvalid THEN 'no' END AS valid,
       CASE WHEN NOT x.indisready THEN 'no' END AS ready,
       CASE WHEN NOT x.indislive THEN 'no' END AS live,
       CASE WHEN x.indisclustered THEN 'yes' END AS clustered,
       CASE WHEN x.indisreplident THEN 'yes' END AS "replica identity",
       (SELECT p.inhparent::pg_catalog.regclass FROM pg_catalog.pg_inherits p WHERE p.inhrelid = i.oid) AS "part of",
       (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = i.reltablespace) AS tablespace,
       CASE WHEN x.indexprs IS NOT NULL THEN
            (SELECT string_agg(a.attnum || ' ' || a.attstattarget, ', ' ORDER BY a.attnum) FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = i.oid AND a.attstattarget >= 0) END AS "statistics targets"
FROM pg_catalog.pg_index x
     JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
     JOIN pg_catalog.pg_class c ON c.oid = x.indrelid
     LEFT JOIN pg_catalog.pg_constraint n ON n.conindid = i.oid AND n.contype IN ('p', 'u', 'x')
WHERE i.oid >= 16384 AND c.relkind IN ('r', 'p', 'm')
