${header}
-- Description: Check ${column} of the rows that ${table} gets from now on

-- Dropped and added in one statement, so that no row slips in between. NOT VALID: old rows are
-- checked by the next file, without blocking writes.
-- TODO the condition.
ALTER TABLE ${table}
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_check,
    ADD CONSTRAINT ${table_name}_${column}_check CHECK (${column} IS NOT NULL) NOT VALID;
