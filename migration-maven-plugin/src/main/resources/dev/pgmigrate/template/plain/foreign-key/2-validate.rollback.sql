${rollback_header}

ALTER TABLE ${table}
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_fkey,
    ADD CONSTRAINT ${table_name}_${column}_fkey
        FOREIGN KEY (${column}) REFERENCES ${references} (${references_key}) NOT VALID;
