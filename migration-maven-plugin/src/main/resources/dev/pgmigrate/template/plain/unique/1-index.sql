${header}
-- Description: Index ${column} of ${table}, each value once

-- Runs alone and outside a transaction, so that the table stays writable meanwhile. It fails on values
-- that are there twice: find them first, with GROUP BY ${column} HAVING count(*) > 1.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ${table_name}_${column}_key ON ${table} (${column});
