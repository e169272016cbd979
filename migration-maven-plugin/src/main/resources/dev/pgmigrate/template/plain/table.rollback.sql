${rollback_header}

DROP TABLE IF EXISTS ${table};
DROP FUNCTION IF EXISTS ${schema}.${table_name}_set_updated_at();
