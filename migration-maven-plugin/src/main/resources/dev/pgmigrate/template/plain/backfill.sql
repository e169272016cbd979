${header}
-- Description: Fill ${column} in the rows that ${table} already has

-- Five thousand rows a transaction, in the order of the key: no row stays locked for long, and a run
-- that was interrupted leaves the rest to the next one.
-- TODO whether ${filling} is right for a row that has none.
-- migrate:transaction off
DO $$
DECLARE
    first ${table}.${key}%TYPE := (SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT 1);
BEGIN
    WHILE first IS NOT NULL LOOP
        UPDATE ${table}
        SET ${column} = ${filling}
        WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${key} >= first ORDER BY ${key} LIMIT 5000)
            AND ${column} IS NULL;
        first := (SELECT ${key} FROM ${table} WHERE ${key} >= first ORDER BY ${key} OFFSET 5000 LIMIT 1);
        COMMIT;
    END LOOP;
END
$$;
