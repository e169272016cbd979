-- postgres: 14+
-- refused: 0A000
-- file: 20250101000000_rows.sql
create table whole (a int, b text) partition by list (a);
create table holder (x int, y whole);
alter table whole add column c int default 1;
-- finding: holds values of the type
alter table whole alter column b type varchar;
