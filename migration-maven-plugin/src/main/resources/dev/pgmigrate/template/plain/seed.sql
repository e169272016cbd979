${header}
-- Description: Fill ${table} with its first rows

-- TODO the columns, their unique key after ON CONFLICT, and the rows.
INSERT INTO ${table} (code, label)
VALUES
    ('admin', 'Administrator'),
    ('member', 'Member')
ON CONFLICT (code) DO UPDATE SET label = excluded.label;
