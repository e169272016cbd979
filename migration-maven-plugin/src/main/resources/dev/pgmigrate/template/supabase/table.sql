${header}
-- Description: Create ${table}, in which each user sees their own rows

CREATE TABLE IF NOT EXISTS ${table} (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL DEFAULT auth.uid(),
    -- TODO your columns
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ${table_name}_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users (id) ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS ${table_name}_user_id_idx ON ${table} (user_id);

CREATE OR REPLACE FUNCTION ${schema}.${table_name}_set_updated_at() RETURNS trigger
LANGUAGE plpgsql
SET search_path = ''
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER set_updated_at
    BEFORE UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${schema}.${table_name}_set_updated_at();

ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;

-- TODO who may do what: here, each user everything with their own rows.
DROP POLICY IF EXISTS ${table_name}_owner ON ${table};
CREATE POLICY ${table_name}_owner ON ${table}
    FOR ALL TO authenticated
    USING ((SELECT auth.uid()) = user_id)
    WITH CHECK ((SELECT auth.uid()) = user_id);
