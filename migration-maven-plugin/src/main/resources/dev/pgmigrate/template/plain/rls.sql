${header}
-- Description: Show each user only their own rows of ${table}

-- The table's owner is exempt from it: connect the application with another role.
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;

-- TODO the role and the condition. Every query evaluates it: ${column} needs an index.
DROP POLICY IF EXISTS ${table_name}_owner ON ${table};
CREATE POLICY ${table_name}_owner ON ${table}
    FOR ALL
    USING (${column} = (SELECT nullif(current_setting('app.user_id', true), '')::bigint))
    WITH CHECK (${column} = (SELECT nullif(current_setting('app.user_id', true), '')::bigint));
