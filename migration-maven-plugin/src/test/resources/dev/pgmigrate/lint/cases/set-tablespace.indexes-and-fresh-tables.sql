-- file: 20250101000000_create.sql
create table t (a integer);
create index i on t (a);
create materialized view m as select 1 as one;
-- file: 20250102000000_set.sql
-- finding: `public.t`
alter table public.t set tablespace pg_default;
-- finding: `i`
alter index i set tablespace pg_default;
create table fresh (a integer);
alter table fresh set tablespace pg_default;
