${header}
-- Description: Publish the changes of ${table}

-- A table needs a primary key, or a replica identity, for its updates and deletes to be published.
DO $$ BEGIN
    CREATE PUBLICATION ${table_name}_changes FOR TABLE ${table};
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
