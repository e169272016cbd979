SELECT d.classid::pg_catalog.regclass AS catalog, d.objid AS oid, 0 AS subid, e.extname AS value
FROM pg_catalog.pg_depend d
     JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'x'
