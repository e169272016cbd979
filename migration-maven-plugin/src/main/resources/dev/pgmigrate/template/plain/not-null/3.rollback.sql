${rollback_header}

ALTER TABLE ${table}
    ALTER COLUMN ${column} DROP NOT NULL,
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_present,
    ADD CONSTRAINT ${table_name}_${column}_present CHECK (${column} IS NOT NULL) NOT VALID;
ALTER TABLE ${table} VALIDATE CONSTRAINT ${table_name}_${column}_present;
