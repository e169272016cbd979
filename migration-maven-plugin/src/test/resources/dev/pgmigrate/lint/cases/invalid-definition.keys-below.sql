-- postgres: 14+
-- refused: 42P16
-- file: 20250101000000_parts.sql
create table whole (a int primary key, b int) partition by list (a);
create table part_1 (a int not null, b int) partition by list (a);
create table part_11 (a int not null, b int primary key);
alter table part_1 attach partition part_11 for values in (1);
-- finding: two primary keys
alter table whole attach partition part_1 for values in (1);
