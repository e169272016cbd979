-- file: 20250101000000_create.sql
create table t (a integer, b integer);
alter table t drop column a;
