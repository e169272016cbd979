-- postgres: 14+
-- file: 20250101000000_watch_ddl.sql
create or replace function watch_ddl() returns event_trigger language plpgsql set search_path = '' as $$ begin null; end $$;
do $$ begin
  -- finding: Event trigger `watch_ddl`
  create event trigger watch_ddl on ddl_command_end execute function watch_ddl();
exception when duplicate_object then null; end $$;
