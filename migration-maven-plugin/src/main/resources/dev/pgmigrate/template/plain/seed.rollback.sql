${rollback_header}

DELETE FROM ${table} WHERE code IN ('admin', 'member');
