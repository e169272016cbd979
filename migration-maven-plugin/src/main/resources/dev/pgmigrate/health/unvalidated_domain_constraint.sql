SELECT c.contypid::pg_catalog.regtype::text AS table_name, quote_ident(c.conname) AS constraint_name
FROM pg_catalog.pg_constraint c
WHERE c.contypid <> 0 AND NOT c.convalidated
      AND c.connamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = :schema_name_param::text)
ORDER BY table_name, constraint_name
