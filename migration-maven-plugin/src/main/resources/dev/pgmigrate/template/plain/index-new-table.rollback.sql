${rollback_header}

DROP TABLE IF EXISTS ${table};
