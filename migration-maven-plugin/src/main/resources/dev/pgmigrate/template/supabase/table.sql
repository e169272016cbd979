${header}
-- Description: Create ${table}, in which each user sees their own rows

${lock_timeout}CREATE TABLE IF NOT EXISTS ${table} (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL DEFAULT auth.uid(),
    -- TODO your columns
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ${table_name}_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users (id) ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS ${table_name}_user_id_idx ON ${table} (user_id);

${set_updated_at}CREATE OR REPLACE TRIGGER set_updated_at
    BEFORE UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${schema}.set_updated_at();

ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;

-- TODO who may do what: here, each user everything with their own rows.
DROP POLICY IF EXISTS ${table_name}_owner ON ${table};
CREATE POLICY ${table_name}_owner ON ${table}
    FOR ALL TO authenticated
    USING ((SELECT auth.uid()) = user_id)
    WITH CHECK ((SELECT auth.uid()) = user_id);
