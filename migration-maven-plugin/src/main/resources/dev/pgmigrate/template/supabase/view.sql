${header}
-- Description: Create the view ${object}

-- A view reads with its owner's rights, past the policies of ${table}, unless it is made with
-- security_invoker (PostgreSQL 15). The WHERE keeps other users' rows out either way.
-- TODO the rows. New columns go last: REPLACE cannot move or drop one.
CREATE OR REPLACE VIEW ${object}${security_invoker} AS
SELECT ${columns}
FROM ${table}
WHERE user_id = (SELECT auth.uid());
