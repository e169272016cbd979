-- postgres: 14+
-- file: 20250101000000_watch_ddl.sql
create or replace function watch_ddl() returns event_trigger language plpgsql set search_path = '' as $$ begin null; end $$;
