${header}
-- Description: Fill ${column} in the rows that ${table} already has

-- A file is one transaction here: each row that it fills stays locked until its end.
-- TODO whether ${filling} is right for a row that has none.
-- migrate:ignore unbatched-backfill reason="TODO how few rows ${table} has; a large one is filled in batches by the application"
UPDATE ${table}
SET ${column} = ${filling}
WHERE ${column} IS NULL;
