${header}
-- Description: Index ${column} of ${table}, each value once

-- This runner sends a file as one transaction, in which CONCURRENTLY cannot run. Where the table is written
-- to all the time, build the index by hand first, on the direct address, and this file finds it:
--   CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ${table_name}_${column}_key ON ${table} (${column});
${lock_timeout}-- migrate:ignore require-concurrent-index-creation reason="built by hand before, or TODO how few rows ${table} has"
CREATE UNIQUE INDEX IF NOT EXISTS ${table_name}_${column}_key ON ${table} (${column});
