${rollback_header}

-- The index goes with its constraint, and is built again: writes wait until it is.
ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${table_name}_${column}_key;
CREATE UNIQUE INDEX IF NOT EXISTS ${table_name}_${column}_key ON ${table} (${column});
