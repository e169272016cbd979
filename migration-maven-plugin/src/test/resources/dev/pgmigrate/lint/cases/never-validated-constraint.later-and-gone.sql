-- file: 20250101000000_create.sql
create table t (a integer);
create table p (id integer primary key);
-- finding: `one`
alter table t add constraint one check (a > 0) not valid;
alter table t add constraint two check (a > 1) not valid;
alter table t add constraint "Three" check (a > 2) not valid;
alter table t add constraint four foreign key (a) references p not valid;
create table gone (a integer);
alter table gone add constraint five check (a > 0) not valid;
-- file: 20250102000000_validate.sql
alter table public.t validate constraint two, drop constraint "Three";
alter table t rename constraint four to six;
alter table t validate constraint six;
drop table gone;
-- file: 20250103000000_a.sql
select 1;
-- file: 20250104000000_b.sql
select 1;
-- file: 20250105000000_c.sql
select 1;
-- file: 20250106000000_d.sql
select 1;
