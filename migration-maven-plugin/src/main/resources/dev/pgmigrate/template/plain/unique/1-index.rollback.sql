${rollback_header}

DROP INDEX CONCURRENTLY IF EXISTS ${schema}.${table_name}_${column}_key;
