${header}
-- Description: Require ${column} in every row of ${table}

-- Release this when every running release writes ${column}.
-- The check is validated while the table is in use; then SET NOT NULL takes its word for it and
-- does not read the table under its lock. One transaction would hold that lock all along.
-- migrate:transaction off
ALTER TABLE ${table}
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_present,
    ADD CONSTRAINT ${table_name}_${column}_present CHECK (${column} IS NOT NULL) NOT VALID;

ALTER TABLE ${table} VALIDATE CONSTRAINT ${table_name}_${column}_present;

ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL;

ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${table_name}_${column}_present;
