${rollback_header}

-- TODO delete this where the column was nullable before. It fails on rows that came in without
-- a value: fill them first.
ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL;
