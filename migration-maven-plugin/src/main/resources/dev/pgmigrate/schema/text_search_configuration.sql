SELECT 'text search configuration' AS kind, c.oid, c.cfgnamespace AS namespace, c.cfgname AS name,
       pg_get_userbyid(c.cfgowner) AS owner,
       (SELECT p.prsnamespace::pg_catalog.regnamespace || '.' || quote_ident(p.prsname) FROM pg_catalog.pg_ts_parser p WHERE p.oid = c.cfgparser) AS parser,
       (SELECT string_agg((SELECT t.alias FROM ts_token_type(c.cfgparser) t WHERE t.tokid = m.maptokentype) || ' ' || m.mapdict::pg_catalog.regdictionary, E'\n' ORDER BY m.maptokentype, m.mapseqno)
        FROM pg_catalog.pg_ts_config_map m WHERE m.mapcfg = c.oid) AS mappings
FROM pg_catalog.pg_ts_config c
WHERE c.oid >= 16384
