${rollback_header}

-- TODO the condition, as in the file before.
ALTER TABLE ${table}
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_check,
    ADD CONSTRAINT ${table_name}_${column}_check CHECK (${column} IS NOT NULL) NOT VALID;
