${header}
-- Description: Create the type ${object}

-- In the order in which they sort. One can be added later, none removed.
DO $$ BEGIN
    CREATE TYPE ${object} AS ENUM (${labels});
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
