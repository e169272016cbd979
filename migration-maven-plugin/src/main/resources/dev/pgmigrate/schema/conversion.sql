SELECT 'conversion' AS kind, c.oid, c.connamespace AS namespace, c.conname AS name,
       pg_get_userbyid(c.conowner) AS owner,
       pg_encoding_to_char(c.conforencoding) AS "from",
       pg_encoding_to_char(c.contoencoding) AS "to",
       c.conproc::pg_catalog.regproc AS function,
       CASE WHEN c.condefault THEN 'yes' END AS "default"
FROM pg_catalog.pg_conversion c
WHERE c.oid >= 16384
