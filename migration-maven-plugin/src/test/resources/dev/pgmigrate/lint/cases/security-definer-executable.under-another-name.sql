-- flavour: supabase
-- file: 20250101000000_create.sql
create function public.one() returns int language sql security definer set search_path = '' as 'select 1';
revoke execute on function public.one() from public, anon;
create schema private;
create function private.two() returns int language sql security definer set search_path = '' as 'select 2';
revoke execute on function private.two() from public, anon;
create schema inner_api;
create function inner_api.three() returns int language sql security definer set search_path = '' as 'select 3';
revoke execute on function inner_api.three() from public, anon;
-- finding: `public.open`
create function private.open() returns int language sql security definer set search_path = '' as 'select 4';
-- file: 20250102000000_move.sql
alter function public.one() rename to uno;
alter function private.two() set schema public;
alter function private.open() set schema public;
alter schema public rename to old_api;
alter schema inner_api rename to public;
alter function old_api.uno() set schema public;
alter function old_api.open() set schema public;
-- file: 20250103000000_dropped.sql
create schema later;
alter default privileges in schema later grant execute on functions to anon;
drop schema later;
create schema later;
