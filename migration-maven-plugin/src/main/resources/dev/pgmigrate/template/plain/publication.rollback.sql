${rollback_header}

DROP PUBLICATION IF EXISTS ${table_name}_changes;
