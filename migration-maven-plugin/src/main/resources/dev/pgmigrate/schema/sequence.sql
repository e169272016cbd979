SELECT 'sequence' AS kind, c.oid, c.relnamespace AS namespace, c.relname AS name,
       pg_get_userbyid(c.relowner) AS owner,
       array_to_string(c.relacl, E'\n') AS acl,
       CASE WHEN c.relacl IS NOT NULL THEN array_to_string(acldefault('s', c.relowner), E'\n') END AS "default acl",
       CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
       s.seqtypid::pg_catalog.regtype AS type,
       s.seqstart AS start,
       s.seqincrement AS increment,
       s.seqmin AS minimum,
       s.seqmax AS maximum,
       s.seqcache AS cache,
       CASE WHEN s.seqcycle THEN 'yes' END AS cycle,
       CASE d.deptype WHEN 'i' THEN 'yes' END AS identity,
       d.column_name AS "owned by"
FROM pg_catalog.pg_sequence s
     JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
     LEFT JOIN LATERAL (
         SELECT d.deptype, d.refobjid::pg_catalog.regclass || '.' || quote_ident(a.attname) AS column_name
         FROM pg_catalog.pg_depend d
              JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
         WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = s.seqrelid
           AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype IN ('a', 'i')
         LIMIT 1) d ON true -- a plan that no lack of statistics can spoil
WHERE s.seqrelid >= 16384
