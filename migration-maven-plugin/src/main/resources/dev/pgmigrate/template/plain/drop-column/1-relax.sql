${header}
-- Description: Let releases that no longer know ${column} write to ${table}

-- Where the column is nullable or has a default, delete this file and its rollback.
ALTER TABLE ${table} ALTER COLUMN ${column} DROP NOT NULL;
