SELECT 'text search parser' AS kind, p.oid, p.prsnamespace AS namespace, p.prsname AS name,
       concat_ws(', ', p.prsstart::pg_catalog.regprocedure, p.prstoken::pg_catalog.regprocedure, p.prsend::pg_catalog.regprocedure,
                 NULLIF(p.prsheadline, 0)::pg_catalog.regprocedure, p.prslextype::pg_catalog.regprocedure) AS functions
FROM pg_catalog.pg_ts_parser p
WHERE p.oid >= 16384
