${rollback_header}

ALTER TABLE ${table} DROP COLUMN IF EXISTS ${column};
