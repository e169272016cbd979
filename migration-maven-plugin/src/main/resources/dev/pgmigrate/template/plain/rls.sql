${header}
-- Description: Show each user only their own rows of ${table}

${lock_timeout}-- The table's owner is exempt from it: connect the application as another role.
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;

-- TODO the condition. Every query evaluates it.
DROP POLICY IF EXISTS ${table_name}_owner ON ${table};
CREATE POLICY ${table_name}_owner ON ${table}
    FOR ALL TO ${role}
    USING (${column} = (SELECT nullif(current_setting('app.user_id', true), '')::${user_type}))
    WITH CHECK (${column} = (SELECT nullif(current_setting('app.user_id', true), '')::${user_type}));
