${header}
-- Description: Index ${column} of ${table}, each value once

-- Runs outside a transaction, so that the table stays writable meanwhile. A build that failed leaves an
-- invalid index, which has to go first. It fails on values that are there twice: find them first, with
-- GROUP BY ${column} HAVING count(*) > 1.
DROP INDEX CONCURRENTLY IF EXISTS ${schema}.${table_name}_${column}_key;
CREATE UNIQUE INDEX CONCURRENTLY ${table_name}_${column}_key ON ${table} (${column});
