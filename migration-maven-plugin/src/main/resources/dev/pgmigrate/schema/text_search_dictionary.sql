SELECT 'text search dictionary' AS kind, d.oid, d.dictnamespace AS namespace, d.dictname AS name,
       pg_get_userbyid(d.dictowner) AS owner,
       (SELECT t.tmplnamespace::pg_catalog.regnamespace || '.' || quote_ident(t.tmplname) FROM pg_catalog.pg_ts_template t WHERE t.oid = d.dicttemplate) AS template,
       d.dictinitoption AS options
FROM pg_catalog.pg_ts_dict d
WHERE d.oid >= 16384
