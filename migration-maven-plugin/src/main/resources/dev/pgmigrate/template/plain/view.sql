${header}
-- Description: Create the view ${object}

-- From PostgreSQL 15 on it is made to read with the rights of whoever reads it, past no policy of ${table}.
-- TODO the rows. New columns go last: REPLACE cannot move or drop one.
CREATE OR REPLACE VIEW ${object}${security_invoker} AS
SELECT ${columns}
FROM ${table};
