${header}
-- Description: Create the type ${object}

-- TODO the labels, in the order in which they sort. One can be added later, none removed.
DO $$ BEGIN
    CREATE TYPE ${object} AS ENUM ('draft', 'active', 'archived');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
