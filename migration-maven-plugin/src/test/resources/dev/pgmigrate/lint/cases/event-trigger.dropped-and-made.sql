-- file: 20250101000000_create.sql
create function f() returns event_trigger language plpgsql as 'begin end';
-- finding: `E`
create event trigger "E" on ddl_command_end when tag in ('CREATE TABLE') execute function f();
alter event trigger "E" disable;
drop event trigger if exists "E";
