${rollback_header}

DROP TRIGGER IF EXISTS sync_${to} ON ${table};
DROP FUNCTION IF EXISTS ${schema}.${table_name}_sync_${to}();
ALTER TABLE ${table} DROP COLUMN IF EXISTS ${to};
