SELECT 'text search template' AS kind, t.oid, t.tmplnamespace AS namespace, t.tmplname AS name,
       NULLIF(t.tmplinit, 0)::pg_catalog.regprocedure AS init,
       t.tmpllexize::pg_catalog.regprocedure AS lexize
FROM pg_catalog.pg_ts_template t
WHERE t.oid >= 16384
