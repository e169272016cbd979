-- file: 20250101000000_create.sql
-- finding: `a`
create table a (id bigint);
create table public.b (id bigint);
create temp table s (id bigint);
create index on s (id);
drop table s;
-- finding: `b`
alter table only b add column x text;
-- finding: `Q`
drop table if exists "Q", public.q;
