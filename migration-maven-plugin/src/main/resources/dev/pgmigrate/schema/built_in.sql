SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind,
       p.oid, p.pronamespace AS namespace, NULL AS "of", p.proname || '(' || oidvectortypes(p.proargtypes) || ')' AS name,
       pg_get_userbyid(p.proowner) AS owner,
       array_to_string(p.proacl, E'\n') AS acl,
       array_to_string(COALESCE(i.initprivs, acldefault('f', p.proowner)), E'\n') AS "default acl"
FROM pg_catalog.pg_proc p
     LEFT JOIN pg_catalog.pg_init_privs i ON i.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objoid = p.oid
WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace AND p.oid < 16384 AND p.proacl IS NOT NULL AND p.proacl IS DISTINCT FROM i.initprivs
UNION ALL
SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END,
       c.oid, c.relnamespace, NULL, c.relname,
       pg_get_userbyid(c.relowner),
       array_to_string(c.relacl, E'\n'),
       array_to_string(COALESCE(i.initprivs, acldefault('r', c.relowner)), E'\n')
FROM pg_catalog.pg_class c
     LEFT JOIN pg_catalog.pg_init_privs i ON i.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.objoid = c.oid AND i.objsubid = 0
WHERE c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace AND c.oid < 16384 AND c.relkind IN ('r', 'v') AND c.relacl IS NOT NULL AND c.relacl IS DISTINCT FROM i.initprivs
UNION ALL
SELECT 'column',
       a.attrelid, c.relnamespace, c.relname, a.attname,
       pg_get_userbyid(c.relowner),
       array_to_string(a.attacl, E'\n'),
       array_to_string(i.initprivs, E'\n')
FROM pg_catalog.pg_attribute a
     JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
     LEFT JOIN pg_catalog.pg_init_privs i ON i.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.objoid = a.attrelid AND i.objsubid = a.attnum
WHERE c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace AND a.attrelid < 16384 AND a.attacl IS NOT NULL AND a.attacl IS DISTINCT FROM i.initprivs
