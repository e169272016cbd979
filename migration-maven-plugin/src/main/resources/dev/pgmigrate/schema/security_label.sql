SELECT l.classoid::pg_catalog.regclass AS catalog, l.objoid AS oid, l.objsubid AS subid, l.provider || ': ' || l.label AS value
FROM pg_catalog.pg_seclabel l
UNION ALL
SELECT l.classoid::pg_catalog.regclass, l.objoid, 0, l.provider || ': ' || l.label
FROM pg_catalog.pg_shseclabel l
WHERE l.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass AND l.objoid = (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = current_database())
