${header}
-- Description: Refuse new rows of ${table} without ${column}

${lock_timeout}-- Release this when every running release writes ${column}. NOT VALID: the next file looks at the rows
-- that are there, without blocking writes.
ALTER TABLE ${table}
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_present,
    ADD CONSTRAINT ${table_name}_${column}_present CHECK (${column} IS NOT NULL) NOT VALID;
