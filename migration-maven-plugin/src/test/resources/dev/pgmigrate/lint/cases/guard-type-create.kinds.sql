-- file: 20250101000000_create.sql
-- finding: `a`
create type a as (x integer);
-- finding: `b`
create type b as range (subtype = integer);
-- finding: `C`
create domain "C" as text;
drop domain if exists d;
create domain d as text;
drop type if exists e;
create type e as (x integer);
-- finding: `f`
create type f;
do $$ begin create domain g as text; exception when duplicate_object then null; end $$;
