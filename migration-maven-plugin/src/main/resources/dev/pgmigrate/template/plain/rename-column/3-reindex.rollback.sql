${rollback_header}

DROP INDEX CONCURRENTLY IF EXISTS ${schema}.${table_name}_${to}_idx;
