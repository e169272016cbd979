SELECT 'transform' AS kind, t.oid, format_type(t.trftype, NULL) || ' LANGUAGE ' || l.lanname AS name,
       NULLIF(t.trffromsql, 0)::pg_catalog.regprocedure AS "from sql",
       NULLIF(t.trftosql, 0)::pg_catalog.regprocedure AS "to sql"
FROM pg_catalog.pg_transform t
     JOIN pg_catalog.pg_language l ON l.oid = t.trflang
WHERE t.oid >= 16384
