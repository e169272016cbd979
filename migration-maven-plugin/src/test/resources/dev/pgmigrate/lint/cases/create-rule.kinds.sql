-- file: 20250101000000_create.sql
create table t (id bigint);
-- finding: `r`
create rule r as on insert to public.t do instead nothing;
-- finding: `R`
create or replace rule "R" as on update to t where old.id = 1 do also (select 1; select 2);
create view v as select 1 as one;
