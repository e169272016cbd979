${rollback_header}

-- The labels come back; which rows held one of them is not known any more.
ALTER TYPE ${object} RENAME TO ${object_name}_new;

DO $$ BEGIN
    CREATE TYPE ${object} AS ENUM ('draft', 'active', 'archived');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

ALTER TABLE ${table}
    ALTER COLUMN ${column} DROP DEFAULT,
    ALTER COLUMN ${column} TYPE ${object} USING ${column}::text::${object},
    ALTER COLUMN ${column} SET DEFAULT 'draft';

DROP TYPE IF EXISTS ${object_schema}.${object_name}_new;
