${rollback_header}

-- TODO where an earlier migration made the view, put its definition back instead.
DROP VIEW IF EXISTS ${object};
