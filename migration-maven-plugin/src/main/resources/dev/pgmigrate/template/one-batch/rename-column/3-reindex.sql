${header}
-- Description: Index ${to} of ${table}, as ${column} is

-- This runner sends a file as one transaction, in which CONCURRENTLY cannot run. Where the table is written
-- to all the time, build the index by hand first, on the direct address, and this file finds it:
--   CREATE INDEX CONCURRENTLY IF NOT EXISTS ${table_name}_${to}_idx ON ${table} (${to});
${lock_timeout}-- migrate:ignore require-concurrent-index-creation reason="built by hand before, or TODO how few rows ${table} has"
CREATE INDEX IF NOT EXISTS ${table_name}_${to}_idx ON ${table} (${to});
