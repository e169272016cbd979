${rollback_header}

DROP POLICY IF EXISTS ${table_name}_owner ON ${table};
ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
