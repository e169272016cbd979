-- file: 20250101000000_grant.sql
create table notes (id bigint);
create function f() returns integer language sql as 'select 1';
-- finding: `notes`
grant select on notes to current_user with grant option;
revoke grant option for select on notes from current_user;
-- finding: `f`
grant execute on function f() to current_user with grant option;
-- finding: made from now on
alter default privileges grant select on tables to current_user with grant option;
