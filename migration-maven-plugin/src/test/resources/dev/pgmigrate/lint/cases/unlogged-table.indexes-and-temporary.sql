-- file: 20250101000000_create.sql
-- finding: `t`
create unlogged table t (a integer);
create temp table s (a integer);
-- finding: `public.C`
create unlogged table if not exists public."C" as select 1 as one;
