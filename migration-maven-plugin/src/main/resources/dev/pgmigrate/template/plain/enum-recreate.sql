${header}
-- Description: Recreate ${object} with fewer labels

-- The table is rewritten under ACCESS EXCLUSIVE: for a large one, expand to a new column instead.
DO $$ BEGIN
    ALTER TYPE ${object} RENAME TO ${object_name}_old;
EXCEPTION WHEN undefined_object THEN NULL;
END $$;

-- TODO the labels that stay, in their order.
DO $$ BEGIN
    CREATE TYPE ${object} AS ENUM ('draft', 'active');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

-- TODO one such statement for each column of the type, with its own default, and what becomes of
-- the rows that hold a label that goes. Views, policies and generated columns that use the column
-- have to be dropped before, and made again after.
-- migrate:ignore changing-column-type reason="the table is small enough to be rewritten: TODO its size"
ALTER TABLE ${table}
    ALTER COLUMN ${column} DROP DEFAULT,
    ALTER COLUMN ${column} TYPE ${object} USING (
        CASE ${column}::text
            WHEN 'archived' THEN 'active'
            ELSE ${column}::text
        END
    )::${object},
    ALTER COLUMN ${column} SET DEFAULT 'draft';

DROP TYPE IF EXISTS ${object_schema}.${object_name}_old;
