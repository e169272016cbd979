${rollback_header}

-- TODO the keys of the same rows.
DELETE FROM ${table} WHERE ${seed_match};
