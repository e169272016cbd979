${header}
-- Description: Index ${to} of ${table}, as ${column} is

-- Runs outside a transaction, so that the table stays writable meanwhile. A build that failed leaves an
-- invalid index, which has to go first.
DROP INDEX CONCURRENTLY IF EXISTS ${schema}.${table_name}_${to}_idx;
CREATE INDEX CONCURRENTLY ${table_name}_${to}_idx ON ${table} (${to});
