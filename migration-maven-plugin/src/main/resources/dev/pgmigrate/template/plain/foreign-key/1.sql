${header}
-- Description: Let ${column} of new rows of ${table} refer to ${references}

${lock_timeout}-- NOT VALID: the next file looks at the rows that are there, without blocking writes.
-- TODO ON DELETE CASCADE or SET NULL, unless a row of ${references} must not go while something refers to it.
ALTER TABLE ${table}
    DROP CONSTRAINT IF EXISTS ${table_name}_${column}_fkey,
    ADD CONSTRAINT ${table_name}_${column}_fkey
        FOREIGN KEY (${column}) REFERENCES ${references} (${references_key}) NOT VALID;
