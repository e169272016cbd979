-- file: 20250101000000_create.sql
create temp table s (id bigint) on commit drop;
drop table if exists a;
create table a (id bigint);
-- finding: `b`
create table b (id bigint);
drop table if exists app.c;
-- finding: `public.C`
create table public."C" (id bigint);
-- finding: `i`
create index i on b (id);
-- finding: `b.x`
alter table b add column x text, add column if not exists y text;
-- finding: `app2`
create schema app2;
-- finding: `q`
create sequence q;
-- finding: `m`
create materialized view m as select 1 as one;
-- finding: `copies`
create table copies as select 1 as one;
do $$ begin create table d (id bigint); exception when duplicate_table then null; end $$;
create temp table kept (id bigint);
create index on a (id);
