SELECT 'publication schema' AS kind, s.oid, p.pubname AS "of", s.pnnspid::pg_catalog.regnamespace AS name -- since 15
FROM pg_catalog.pg_publication_namespace s -- since 15
     JOIN pg_catalog.pg_publication p ON p.oid = s.pnpubid -- since 15
SELECT 'publication schema' AS kind, '' AS name WHERE false -- until 14
