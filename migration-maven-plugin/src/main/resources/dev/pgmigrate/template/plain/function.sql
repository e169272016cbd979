${header}
-- Description: Create the function ${object}

-- TODO parameters, result and body. With an empty search_path, write schema.table in the body.
CREATE OR REPLACE FUNCTION ${object}(value text) RETURNS text
LANGUAGE sql
IMMUTABLE
SET search_path = ''
AS $$
    SELECT lower(trim(value));
$$;
