${header}
-- Description: Create the view ${object}

-- TODO the columns and the rows. New columns go last: REPLACE cannot move or drop one.
CREATE OR REPLACE VIEW ${object} AS
SELECT id, created_at
FROM ${table};
