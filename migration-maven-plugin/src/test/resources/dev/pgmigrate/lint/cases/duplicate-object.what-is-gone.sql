-- postgres: 14+
-- refused: 42701, 42710, 42723, 42P07
-- file: 20250101000000_create.sql
create schema app;
create table t (a integer, b integer);
create index i on t (a);
create type e as enum ('x');
create function f(a integer) returns integer language sql as 'select 1';
create temp table s (a integer);
create table "T" (a integer);
create sequence q;
-- file: 20250102000000_other.sql
create table app.t (a integer);
create index i on app.t (a);
create function f(a text) returns integer language sql as 'select 1';
create table s (a integer);
create temp table t (a integer);
alter table public.t drop column b, add column b text;
alter table public.t rename to u;
create table if not exists public.t (a integer);
drop type e;
create type e as enum ('y');
-- file: 20250103000000_again.sql
-- finding: table `T` was already created
create table "T" (a integer);
-- file: 20250104000000_again.sql
-- finding: column `u.a` was already created
alter table u add column a integer;
-- file: 20250105000000_again.sql
-- finding: index `i` was already created
create index i on u (a);
-- file: 20250106000000_again.sql
-- finding: fails with 42710
create type e as enum ('z');
-- file: 20250107000000_again.sql
-- finding: function `f(int4)` was already created
create function f(b integer) returns text language sql as 'select ''1''';
-- file: 20250108000000_guarded.sql
do $$ begin create type e as enum ('z'); exception when duplicate_object then null; end $$;
do $$ begin
    if not exists (select 1 from pg_class where relname = 'q') then
        create sequence q;
    end if;
end $$;
create table if not exists u (a integer);
-- file: 20250109000000_dynamic.sql
do $$ begin execute 'drop sequence q'; end $$;
create sequence q;
