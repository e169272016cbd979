SELECT c.oid::pg_catalog.regclass::text AS table_name,
       pg_size_pretty(pg_total_relation_size(c.oid)) AS size,
       pg_size_pretty(pg_indexes_size(c.oid)) AS indexes
FROM pg_catalog.pg_class c
WHERE c.relkind IN ('r', 'm') AND c.oid >= 16384
ORDER BY pg_total_relation_size(c.oid) DESC, table_name
