${rollback_header}

DROP TABLE IF EXISTS ${table};
${drop_set_updated_at}