${header}
-- Description: Run ${schema}.${table_name}_before_write for each row written to ${table}

${lock_timeout}CREATE OR REPLACE FUNCTION ${schema}.${table_name}_before_write() RETURNS trigger
LANGUAGE plpgsql
SET search_path = ''
AS $$
BEGIN
    -- TODO what happens to NEW before it is stored.
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER before_write
    BEFORE INSERT OR UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${schema}.${table_name}_before_write();
