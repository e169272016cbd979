${header}
-- Description: Fill ${table} with its first rows

-- TODO the rows.
INSERT INTO ${table} (${seed_columns})
VALUES
    (${seed_row})
ON CONFLICT (${seed_key}) DO UPDATE SET ${seed_update};
