${header}
-- Description: Create the function ${object}

-- TODO parameters, result and body. Its names are bound when it is created, whatever search_path a caller
-- has, and the planner can expand it where it is called.
CREATE OR REPLACE FUNCTION ${object}(value text) RETURNS text
LANGUAGE sql
IMMUTABLE
PARALLEL SAFE
RETURN lower(trim(value));
