${rollback_header}

DROP POLICY IF EXISTS ${table_name}_select_own ON ${table};
