${header}
-- Description: Put ${to} of ${table} in the place of ${column}

${lock_timeout}${belongings}-- Both names are swapped in one transaction, under a lock that is held for an instant.
DROP TRIGGER IF EXISTS sync_${to} ON ${table};
DROP FUNCTION IF EXISTS ${schema}.${table_name}_sync_${to}();

DO $$ BEGIN
    IF EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = '${table}'::regclass AND attname = '${to}' AND NOT attisdropped
    ) THEN
        ALTER TABLE ${table} RENAME COLUMN ${column} TO ${column}_old;
    END IF;
END $$;

-- migrate:ignore renaming-column reason="nothing but the trigger has used ${to}"
DO $$ BEGIN
    IF EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = '${table}'::regclass AND attname = '${to}' AND NOT attisdropped
    ) THEN
        ALTER TABLE ${table} RENAME COLUMN ${to} TO ${column};
    END IF;
END $$;
