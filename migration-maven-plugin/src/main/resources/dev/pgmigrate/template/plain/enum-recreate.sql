${header}
-- Description: Recreate ${object} without the label ${value}

${lock_timeout}-- The table is rewritten under ACCESS EXCLUSIVE: for a large one, expand to a new column instead.
DO $$ BEGIN
    ALTER TYPE ${object} RENAME TO ${object_name}_old;
EXCEPTION WHEN undefined_object THEN NULL;
END $$;

DO $$ BEGIN
    CREATE TYPE ${object} AS ENUM (${labels});
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

-- Fails, and changes nothing, while a row has the label: UPDATE those first, in a migration before this one.
-- Views, policies and generated columns that use the column are dropped before, and made again after.
-- migrate:ignore changing-column-type reason="the table is small enough to be rewritten: TODO its size"
ALTER TABLE ${table}
    ALTER COLUMN ${column} DROP DEFAULT,
    ALTER COLUMN ${column} TYPE ${object} USING ${column}::text::${object}${set_default};

DROP TYPE IF EXISTS ${object_schema}.${object_name}_old;
