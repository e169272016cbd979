${rollback_header}

ALTER TABLE ${table}
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_check,
    ADD CONSTRAINT ${table_name}_${column}_check CHECK (${condition}) NOT VALID;
