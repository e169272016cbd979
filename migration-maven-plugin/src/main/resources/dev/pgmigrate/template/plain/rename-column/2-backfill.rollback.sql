${rollback_header}

-- The values stay: they go with the column, in the rollback of the file before.
DROP PROCEDURE IF EXISTS ${schema}.backfill_${table_name}_${to}();
