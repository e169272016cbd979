SELECT 'publication table' AS kind, r.oid, p.pubname AS "of", r.prrelid::pg_catalog.regclass AS name,
       (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_catalog.pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) AS columns, -- since 15
       pg_get_expr(r.prqual, r.prrelid) AS filter -- since 15
       NULL AS filter -- until 14
FROM pg_catalog.pg_publication_rel r
     JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid
