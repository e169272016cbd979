${header}
-- Description: Show each user only their own rows of ${table}

${lock_timeout}ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;

-- TODO the condition. Every query evaluates it.
DROP POLICY IF EXISTS ${table_name}_owner ON ${table};
CREATE POLICY ${table_name}_owner ON ${table}
    FOR ALL TO authenticated
    USING ((SELECT auth.uid()) = ${column})
    WITH CHECK ((SELECT auth.uid()) = ${column});
