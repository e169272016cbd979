-- postgres: 14+
-- refused: 0A000, 42P16
-- file: 20250101000000_parts.sql
create table whole (a int unique, b int) partition by list (a);
create table part_1 (a int, b int) partition by list (b);
-- finding: `whole_a_key`
alter table whole attach partition part_1 for values in (1);
create table part_2 (a int, b int) partition by list (a);
alter table whole attach partition part_2 for values in (2);
-- finding: by a whole row
create table rows (a int, b int) partition by range (((a, b)));
