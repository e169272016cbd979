${header}
-- Description: Check ${column} of new rows of ${table}

${lock_timeout}-- Dropped and added in one statement, so that no row slips in between. NOT VALID: the next file looks at
-- the rows that are there, without blocking writes.
ALTER TABLE ${table}
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_check,
    ADD CONSTRAINT ${table_name}_${column}_check CHECK (${condition}) NOT VALID;
