${header}
-- Description: Check ${column} of the rows that ${table} already has

-- Reads the whole table, and blocks neither reads nor writes.
ALTER TABLE ${table} VALIDATE CONSTRAINT ${table_name}_${column}_check;
