${header}
-- Description: Make ${column} of ${table} unique

${lock_timeout}-- The index that is there becomes the constraint's: nothing is read under the lock.
DO $$ BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_constraint
        WHERE conrelid = '${table}'::regclass AND conname = '${table_name}_${column}_key'
    ) THEN
        ALTER TABLE ${table}
            ADD CONSTRAINT ${table_name}_${column}_key UNIQUE USING INDEX ${table_name}_${column}_key;
    END IF;
END $$;
