SELECT d.classoid::pg_catalog.regclass AS catalog, d.objoid AS oid, d.objsubid AS subid, d.description AS value
FROM pg_catalog.pg_description d
WHERE d.objoid >= 16384 OR (d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND d.objoid = 2200)
UNION ALL
SELECT d.classoid::pg_catalog.regclass, d.objoid, 0, d.description
FROM pg_catalog.pg_shdescription d
WHERE d.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass AND d.objoid = (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = current_database())
