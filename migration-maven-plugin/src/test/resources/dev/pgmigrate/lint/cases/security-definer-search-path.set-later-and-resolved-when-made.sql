-- file: 20250101000000_create.sql
-- finding: `public.f`
create function f() returns integer language sql security definer as 'select 1';
create function g() returns integer language sql security invoker as 'select 1';
create function h() returns integer language sql security definer set "search_path" from current as 'select 1';
create function i() returns integer language sql security definer begin atomic select 1; end;
create function j() returns integer language sql security definer as 'select 1';
create function k() returns integer language sql security definer as 'select 1';
create function l(a integer) returns integer language sql security definer as 'select 1';
alter function public.l(integer) set search_path = '';
-- finding: `public.L`
create procedure public."L"() language sql external security definer as 'select 1';
create function m() returns integer language sql security definer set search_path = '' as 'select 1';
-- file: 20250102000000_mend.sql
alter function public.j() set search_path to pg_catalog, pg_temp;
create or replace function k() returns integer language sql security definer set search_path = '' as 'select 1';
-- finding: `public.m`
create or replace function m() returns integer language sql security definer as 'select 1';
-- finding: `public.n`
create function n() returns integer language sql as 'select 1';
alter function n() security definer;
