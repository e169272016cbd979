-- postgres: 18+
-- file: 20250101000000_create.sql
create table t (a int, v int generated always as (a) virtual, w int generated always as (a), s int generated always as (a) stored);
-- file: 20250102000000_change.sql
alter table t alter column v set expression as (a + 1);
alter table t alter column w set expression as (a + 1);
-- finding: rewrites `t`
alter table t alter column s set expression as (a + 1);
create table u (a int, s int generated always as (a) stored);
alter table u alter column s set expression as (a + 1);
