SELECT 'database' AS kind, d.oid, '' AS name,
       pg_get_userbyid(d.datdba) AS owner,
       array_to_string(d.datacl, E'\n') AS acl,
       CASE WHEN d.datacl IS NOT NULL THEN array_to_string(acldefault('d', d.datdba), E'\n') END AS "default acl",
       pg_encoding_to_char(d.encoding) AS encoding,
       d.datcollate AS collate,
       d.datctype AS ctype,
       d.datlocprovider AS "locale provider", -- since 15
       d.daticulocale AS locale, -- since 15 until 16
       d.datlocale AS locale, -- since 17
       d.daticurules AS "collation rules", -- since 16
       d.datcollversion AS "collation version", -- since 15
       NULLIF(d.datconnlimit, -1) AS "connection limit",
       CASE WHEN NOT d.datallowconn THEN 'no' END AS "connections allowed",
       CASE WHEN d.datistemplate THEN 'yes' END AS template,
       (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = d.dattablespace) AS tablespace
FROM pg_catalog.pg_database d
WHERE d.datname = current_database()
