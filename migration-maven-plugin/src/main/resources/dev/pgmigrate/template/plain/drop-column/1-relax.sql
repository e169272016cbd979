${header}
-- Description: Let releases that no longer know ${column} write to ${table}

ALTER TABLE ${table} ALTER COLUMN ${column} DROP NOT NULL;
