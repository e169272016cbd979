-- file: 20250101000000_create.sql
-- finding: `f()`
create function f() returns integer language sql as 'select 1';
-- finding: `v`
create view v as select 1 as one;
drop function if exists g();
create function g() returns integer language sql as 'select 1';
drop function if exists h(integer);
-- finding: `h(text)`
create function h(a text) returns integer language sql as 'select 1';
create temp view tv as select 1 as one;
drop view if exists w;
create view w as select 1 as one;
-- finding: `public.p()`
create procedure "public"."p"() language sql as 'select 1';
do $$ begin create view x as select 1 as one; exception when duplicate_table then null; end $$;
create table t (a integer);
-- finding: `r`
create rule r as on insert to t do also select 1;
