${header}
-- Description: TODO what changes, and why

-- TODO write the migration here: one topic a file, safe to run twice.
SELECT 1;
