-- postgres: 14+
-- refused: 42P16
-- file: 20250101000000_tables.sql
create table customers (id int primary key);
create table whole (a int primary key, b int, c int references customers, unique (a, b)) partition by list (a);
create table part_1 partition of whole for values in (1);
create table part_2 (a int constraint two_key primary key, b int, c int);
alter table whole attach partition part_2 for values in (2);
create table bare (a int not null) partition by list (a);
create table bare_1 partition of bare for values in (1);
alter table only bare add primary key (a);
alter table bare_1 add primary key (a);
alter table bare_1 drop constraint bare_1_pkey;
create table taken (a int primary key) partition by list (a);
create table taken_1 partition of taken for values in (1);
alter table taken detach partition taken_1;
alter table taken_1 drop constraint taken_1_pkey;
create table lost (a int primary key) partition by list (a);
create table lost_1 partition of lost for values in (1);
alter table lost drop constraint lost_pkey;
alter table lost_1 add primary key (a);
alter table lost_1 drop constraint lost_1_pkey;
-- file: 20250102000000_refused.sql
-- finding: is a part of `whole_pkey`
alter table part_1 drop constraint part_1_pkey;
-- finding: is a part of `whole_a_b_key`
alter table part_1 drop constraint part_1_a_b_key;
-- finding: is a part of `whole_c_fkey`
alter table part_1 drop constraint whole_c_fkey;
-- finding: is a part of `whole_pkey`
alter table part_2 drop constraint two_key;
