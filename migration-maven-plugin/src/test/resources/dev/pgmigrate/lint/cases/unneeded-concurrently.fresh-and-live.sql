-- runner: psql
-- file: 20250101000000_create.sql
create table t (a integer);
-- finding: `t`
create index concurrently i on t (a);
insert into t values (1);
create index concurrently j on t (a);
-- file: 20250102000000_index.sql
create index concurrently k on public.t (a);
create temp table s (a integer);
-- finding: `s`
create index concurrently l on s (a);
