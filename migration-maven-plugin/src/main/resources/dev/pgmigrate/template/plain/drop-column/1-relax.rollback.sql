${rollback_header}

-- Fails on rows that came in without a value: fill them first.
ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL;
