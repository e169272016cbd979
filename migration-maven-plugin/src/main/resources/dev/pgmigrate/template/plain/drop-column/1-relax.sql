${header}
-- Description: Let releases that no longer know ${column} write to ${table}

${lock_timeout}-- Until the column is gone, rows come without it. Needless where it may be NULL, or has a default.
ALTER TABLE ${table} ALTER COLUMN ${column} DROP NOT NULL;
