${header}
-- Description: Create ${table}, indexed by ${column}

CREATE TABLE IF NOT EXISTS ${table} (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ${column} ${type} NOT NULL
);

-- Nobody uses the table yet, so the plain form is right: it blocks no one.
CREATE INDEX IF NOT EXISTS ${table_name}_${column}_idx ON ${table} (${column});
