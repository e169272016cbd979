${header}
-- Description: Copy ${column} to ${to} in the rows that ${table} already has

-- Each thousand rows are a transaction of their own, so that no lock is held for long.
-- migrate:transaction off
CREATE OR REPLACE PROCEDURE ${schema}.backfill_${table_name}_${to}()
LANGUAGE plpgsql
AS $$
DECLARE
    unfilled record;
    filled bigint := 0;
BEGIN
    FOR unfilled IN SELECT id FROM ${table} WHERE ${to} IS DISTINCT FROM ${column} LOOP
        UPDATE ${table}
        SET ${to} = ${column}
        WHERE id = unfilled.id;
        filled := filled + 1;
        IF filled % 1000 = 0 THEN
            COMMIT;
        END IF;
    END LOOP;
END
$$;

CALL ${schema}.backfill_${table_name}_${to}();

DROP PROCEDURE IF EXISTS ${schema}.backfill_${table_name}_${to}();
