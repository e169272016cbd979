${rollback_header}

DROP POLICY IF EXISTS ${table_name}_owner ON ${table};
${disable_rls}