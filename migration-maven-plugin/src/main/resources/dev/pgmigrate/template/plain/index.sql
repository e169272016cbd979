${header}
-- Description: Index ${column} of ${table}

-- Runs alone and outside a transaction, so that the table stays writable meanwhile.
CREATE INDEX CONCURRENTLY IF NOT EXISTS ${table_name}_${column}_idx ON ${table} (${column});
