-- file: 20250101000000_create.sql
create table t (a integer);
create unlogged table u (a integer);
-- file: 20250102000000_set.sql
-- finding: `t`
alter table t set unlogged;
-- finding: `public.u`
alter table if exists public.u set logged;
create unlogged table fresh (a integer);
alter table fresh set logged;
