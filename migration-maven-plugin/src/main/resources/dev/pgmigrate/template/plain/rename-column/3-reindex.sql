${header}
-- Description: Index ${to} of ${table}, as ${column} is

-- Runs alone and outside a transaction, so that the table stays writable meanwhile.
CREATE INDEX CONCURRENTLY IF NOT EXISTS ${table_name}_${to}_idx ON ${table} (${to});
