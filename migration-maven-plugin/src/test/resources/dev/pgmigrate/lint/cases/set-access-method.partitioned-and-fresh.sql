-- postgres: 17+
-- refused: 42704
-- file: 20250101000000_create.sql
create table t (a integer);
create table p (a integer) partition by range (a);
-- file: 20250102000000_set.sql
-- finding: `public.t`
alter table public.t set access method columnar;
alter table p set access method heap;
create table fresh (a integer);
alter table fresh set access method heap;
