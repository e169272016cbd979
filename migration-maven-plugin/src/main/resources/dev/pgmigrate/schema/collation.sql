SELECT 'collation' AS kind, c.oid, c.collnamespace AS namespace, c.collname AS name,
       pg_get_userbyid(c.collowner) AS owner,
       CASE c.collprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'default' END AS provider,
       CASE WHEN NOT c.collisdeterministic THEN 'no' END AS deterministic,
       CASE WHEN c.collencoding >= 0 THEN pg_encoding_to_char(c.collencoding) END AS encoding,
       c.collcollate AS collate,
       c.collctype AS ctype,
       c.colliculocale AS locale, -- since 15 until 16
       c.colllocale AS locale, -- since 17
       c.collicurules AS rules, -- since 16
       c.collversion AS version
FROM pg_catalog.pg_collation c
WHERE c.oid >= 16384
