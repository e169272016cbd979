${header}
-- Description: Fill ${column} of the rows that ${table} already has

-- Each thousand rows are a transaction of their own, so that no lock is held for long.
-- migrate:transaction off
CREATE OR REPLACE PROCEDURE ${schema}.backfill_${table_name}_${column}()
LANGUAGE plpgsql
AS $$
DECLARE
    unfilled record;
    filled bigint := 0;
BEGIN
    FOR unfilled IN SELECT id FROM ${table} WHERE ${column} IS NULL LOOP
        UPDATE ${table}
        SET ${column} = '' -- TODO the value of an old row
        WHERE id = unfilled.id AND ${column} IS NULL;
        filled := filled + 1;
        IF filled % 1000 = 0 THEN
            COMMIT;
        END IF;
    END LOOP;
END
$$;

CALL ${schema}.backfill_${table_name}_${column}();

DROP PROCEDURE IF EXISTS ${schema}.backfill_${table_name}_${column}();
