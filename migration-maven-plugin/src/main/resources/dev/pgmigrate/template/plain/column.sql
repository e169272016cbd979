${header}
-- Description: Add ${column} to ${table}

${lock_timeout}ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${column} ${type};
