${rollback_header}

DROP INDEX IF EXISTS ${schema}.${table_name}_${to}_idx;
