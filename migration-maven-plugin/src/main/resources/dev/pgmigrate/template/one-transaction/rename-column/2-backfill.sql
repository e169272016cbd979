${header}
-- Description: Copy ${column} to ${to} in the rows that ${table} already has

-- A file is one transaction here: each row that it fills stays locked until its end.
-- migrate:ignore unbatched-backfill reason="TODO how few rows ${table} has; a large one is filled in batches by the application"
UPDATE ${table}
SET ${to} = ${copied}
WHERE ${to} IS DISTINCT FROM ${copied};
