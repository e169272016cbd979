CREATE SCHEMA repack;
CREATE FUNCTION repack.version() RETURNS text LANGUAGE sql AS $$ SELECT 'a stand-in' $$;
