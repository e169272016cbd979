-- postgres: 14+
-- file: 20250101000000_create.sql
create function a1() returns int language sql strict security definer as 'select 1';
create function a2() returns int language sql as 'select 1';
alter function a2() security definer set search_path = public;
create function a3() returns int language sql stable set work_mem = '1MB' as 'select 1';
create function a4() returns int language sql security definer as 'select 1';
alter function a4() security invoker;
create function a5() returns int language sql volatile called on null input security invoker as 'select 1';
create function a6() returns int language sql set work_mem = '1MB' as 'select 1';
alter function a6() reset all;
-- file: 20250102000000_replace.sql
-- finding: `a1()` loses STRICT, because
create or replace function a1() returns int language sql security invoker as 'select 2';
-- finding: loses SECURITY DEFINER, SET search_path
create or replace function a2() returns int language sql as 'select 2';
-- finding: loses SET work_mem
create or replace function a3() returns int language sql immutable as 'select 2';
create or replace function a4() returns int language sql as 'select 2';
create or replace function a5() returns int language sql as 'select 2';
create or replace function a6() returns int language sql as 'select 2';
create or replace function a1() returns int language sql as 'select 3';
