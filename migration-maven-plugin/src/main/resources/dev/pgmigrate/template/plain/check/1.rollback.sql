${rollback_header}

ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${table_name}_${column}_check;
