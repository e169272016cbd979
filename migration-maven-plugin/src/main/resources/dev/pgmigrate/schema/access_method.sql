SELECT 'access method' AS kind, a.oid, a.amname AS name,
       CASE a.amtype WHEN 't' THEN 'table' ELSE 'index' END AS type,
       a.amhandler::pg_catalog.regprocedure AS handler
FROM pg_catalog.pg_am a
WHERE a.oid >= 16384
