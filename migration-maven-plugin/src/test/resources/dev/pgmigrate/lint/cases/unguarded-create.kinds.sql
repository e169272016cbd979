-- file: 20250101000000_create.sql
create role unguarded_a;
drop role unguarded_a;
do $$ begin create role unguarded_b; exception when duplicate_object then null; end $$;
do $$ begin
    if not exists (select from pg_roles where rolname = 'unguarded_c') then create role unguarded_c; end if;
end $$;
drop publication if exists p;
create publication p;
-- finding: `Q`
create publication "Q";
create function f() returns event_trigger language plpgsql as 'begin end';
-- finding: `e`
create event trigger e on ddl_command_end execute function f();
-- finding: `s`
create subscription s connection 'dbname=nowhere' publication p with (connect = false);
alter subscription s set (slot_name = none);
