-- file: 20250101000000_create.sql
create table t (a integer, b integer);
create table p (id integer primary key);
-- file: 20250102000000_add.sql
alter table t add constraint k check (a > 0) not valid;
-- finding: `k`
alter table public.t validate constraint k;
create table fresh (a integer);
alter table fresh add constraint f check (a > 0) not valid;
alter table fresh validate constraint f;
-- file: 20250103000000_add.sql
alter table t add constraint "L" foreign key (a) references p not valid;
-- file: 20250104000000_validate.sql
alter table t validate constraint "L";
