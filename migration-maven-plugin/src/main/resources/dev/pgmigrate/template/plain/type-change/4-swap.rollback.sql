${rollback_header}

ALTER TABLE ${table} RENAME COLUMN ${column} TO ${to};
ALTER TABLE ${table} RENAME COLUMN ${column}_old TO ${column};

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
