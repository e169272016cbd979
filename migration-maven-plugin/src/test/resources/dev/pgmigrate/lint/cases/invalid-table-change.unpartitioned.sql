-- postgres: 14-17
-- refused: 42P17
-- file: 20250101000000_tables.sql
create table plain (x int);
create table part (x int);
-- finding: with 42P17
alter table plain detach partition part;
