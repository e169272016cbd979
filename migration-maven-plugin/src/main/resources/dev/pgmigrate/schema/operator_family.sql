SELECT 'operator family' AS kind, f.oid, f.opfnamespace AS namespace, f.opfname || ' USING ' || m.amname AS name,
       pg_get_userbyid(f.opfowner) AS owner
FROM pg_catalog.pg_opfamily f
     JOIN pg_catalog.pg_am m ON m.oid = f.opfmethod
WHERE f.oid >= 16384
