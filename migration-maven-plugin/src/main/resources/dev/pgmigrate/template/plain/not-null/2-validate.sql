${header}
-- Description: Check that every row of ${table} has ${column}

-- Reads the whole table, and blocks neither reads nor writes.
ALTER TABLE ${table} VALIDATE CONSTRAINT ${table_name}_${column}_present;
