${header}
-- Description: Check that ${column} of every row of ${table} refers to ${references}

-- Reads the whole table, and blocks neither reads nor writes.
ALTER TABLE ${table} VALIDATE CONSTRAINT ${table_name}_${column}_fkey;
