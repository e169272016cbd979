-- postgres: 14+
-- refused: 42P01
-- file: 20250101000000_parts.sql
create table parts (a int) partition by list (a);
create table others (a int) partition by list (a);
create table part_1 partition of parts for values in (1);
create table lone (a int);
-- finding: is not a partition
alter table parts detach partition lone;
-- finding: is not a partition
alter table others detach partition part_1;
alter table parts detach partition part_1;
