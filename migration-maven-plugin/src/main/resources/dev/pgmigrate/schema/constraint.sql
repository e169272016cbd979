SELECT CASE WHEN c.conrelid = 0 THEN 'domain constraint' ELSE 'constraint' END AS kind,
       c.oid, CASE WHEN c.conrelid = 0 THEN c.contypid ELSE c.conrelid END AS parent, c.conname AS name,
       regexp_replace(pg_get_constraintdef(c.oid), ' NOT VALID$', '') AS definition,
       CASE WHEN NOT c.convalidated THEN 'no' END AS validated,
       CASE WHEN c.coninhcount > 0 THEN c.coninhcount || CASE WHEN c.conislocal THEN ' and local' ELSE '' END END AS "inherited from parents",
       CASE WHEN c.connoinherit AND c.contype = 'c' THEN 'no' END AS inheritable,
       (SELECT p.conrelid::pg_catalog.regclass || '.' || quote_ident(p.conname) FROM pg_catalog.pg_constraint p WHERE p.oid = c.conparentid) AS "part of",
       CASE WHEN c.contype IN ('f', 'u', 'p', 'x') THEN
            (SELECT string_agg(t.tgfoid::pg_catalog.regproc || ' ' || t.tgenabled::text, ', ' ORDER BY t.tgfoid, t.tgrelid)
             FROM pg_catalog.pg_trigger t WHERE t.tgconstraint = c.oid AND t.tgisinternal AND t.tgenabled <> 'O') END AS triggers
FROM pg_catalog.pg_constraint c
WHERE c.oid >= 16384 AND c.contype <> 't'
