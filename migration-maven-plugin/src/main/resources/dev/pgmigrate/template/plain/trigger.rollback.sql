${rollback_header}

DROP TRIGGER IF EXISTS before_write ON ${table};
DROP FUNCTION IF EXISTS ${schema}.${table_name}_before_write();
