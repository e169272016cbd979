${header}
-- Description: Let a user read their own rows of ${table}

${lock_timeout}-- Without row level security it has no effect: migrate:new -Dkind=rls enables that.
-- TODO the command and the condition.
DROP POLICY IF EXISTS ${table_name}_select_own ON ${table};
CREATE POLICY ${table_name}_select_own ON ${table}
    FOR SELECT TO authenticated
    USING ((SELECT auth.uid()) = ${column});
