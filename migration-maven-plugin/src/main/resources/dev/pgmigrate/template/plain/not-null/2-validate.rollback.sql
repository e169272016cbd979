${rollback_header}

ALTER TABLE ${table}
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_present,
    ADD CONSTRAINT ${table_name}_${column}_present CHECK (${column} IS NOT NULL) NOT VALID;
