${rollback_header}

-- TODO where an earlier migration made the function, put its definition back instead.
DROP FUNCTION IF EXISTS ${object}(text);
