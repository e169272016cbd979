${header}
-- Description: Create ${table}, indexed by ${column}

CREATE TABLE IF NOT EXISTS ${table} (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    ${column} ${type} NOT NULL
);

-- Nobody uses the table yet, so the plain form is right: it blocks no one.
CREATE INDEX IF NOT EXISTS ${table_name}_${column}_idx ON ${table} (${column});

ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;

-- TODO who may do what: here, users who are logged in read everything and write nothing.
DROP POLICY IF EXISTS ${table_name}_read ON ${table};
CREATE POLICY ${table_name}_read ON ${table}
    FOR SELECT TO authenticated
    USING (true);
