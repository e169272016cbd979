${header}
-- Description: Add ${column} to ${table}

-- Where one constant suits all rows, ADD COLUMN … NOT NULL DEFAULT … is instant and enough:
-- write that here, and delete the two files that follow.
ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${column} ${type};
