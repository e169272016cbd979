${header}
-- Description: Add ${to} to ${table}: ${column} as ${type}

${lock_timeout}-- A trigger keeps it up to date: releases go on to write ${column} alone.
ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${to} ${type};

CREATE OR REPLACE FUNCTION ${schema}.${table_name}_sync_${to}() RETURNS trigger
LANGUAGE plpgsql
SET search_path = ''
AS $$
BEGIN
    NEW.${to} := NEW.${column};
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER sync_${to}
    BEFORE INSERT OR UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${schema}.${table_name}_sync_${to}();
