-- file: 20250101000000_grant.sql
create table notes (id bigint);
create function f() returns integer language sql as 'select 1';
create schema app;
grant usage on schema public to public;
grant execute on function f() to public;
revoke all on notes from public;
-- finding: `app`
grant usage on schema app to public;
-- finding: `public`
grant create on schema public to public;
-- finding: `public.notes`
grant select (id) on table public.notes to current_user, PUBLIC;
-- finding: all tables in `app`
grant select on all tables in schema app to public;
-- finding: made from now on
alter default privileges in schema app grant select on tables to public;
alter default privileges grant execute on functions to public;
