${header}
-- Description: Add ${to} to ${table}, kept equal to ${column}

${lock_timeout}-- Releases that know only one of the two names work side by side from here on.
ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${to} ${type};

CREATE OR REPLACE FUNCTION ${schema}.${table_name}_sync_${to}() RETURNS trigger
LANGUAGE plpgsql
SET search_path = ''
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.${to} := coalesce(NEW.${to}, NEW.${column});
        NEW.${column} := NEW.${to};
    ELSIF NEW.${to} IS DISTINCT FROM OLD.${to} THEN
        NEW.${column} := NEW.${to};
    ELSE
        NEW.${to} := NEW.${column};
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER sync_${to}
    BEFORE INSERT OR UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${schema}.${table_name}_sync_${to}();
