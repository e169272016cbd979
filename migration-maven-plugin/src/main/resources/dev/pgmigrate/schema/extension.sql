SELECT 'extension' AS kind, e.oid, e.extname AS name,
       pg_get_userbyid(e.extowner) AS owner,
       e.extversion AS version,
       e.extnamespace::pg_catalog.regnamespace AS schema,
       CASE WHEN e.extrelocatable THEN 'yes' END AS relocatable,
       (SELECT string_agg(concat_ws(' ', c.tab::pg_catalog.regclass, c.condition), E'\n' ORDER BY c.tab::pg_catalog.regclass::text COLLATE "C")
        FROM unnest(e.extconfig, e.extcondition) AS c (tab, condition)) AS "configuration tables"
FROM pg_catalog.pg_extension e
