${rollback_header}

ALTER TYPE ${object} RENAME TO ${object_name}_new;

DO $$ BEGIN
    CREATE TYPE ${object} AS ENUM (${all_labels});
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

ALTER TABLE ${table}
    ALTER COLUMN ${column} DROP DEFAULT,
    ALTER COLUMN ${column} TYPE ${object} USING ${column}::text::${object}${set_default};

DROP TYPE IF EXISTS ${object_schema}.${object_name}_new;
