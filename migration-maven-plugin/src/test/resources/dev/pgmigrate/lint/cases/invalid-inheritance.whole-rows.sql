-- postgres: 14+
-- refused: 0A000
-- file: 20250101000000_rows.sql
create table if not exists above (a int, b text);
create table if not exists below () inherits (above);
create table if not exists lone (a int, b text);
alter table lone alter column a type bigint using (pg_column_size(lone));
alter table above alter column a type bigint using (length(b));
-- finding: reads a whole row
alter table above alter column a type int using (pg_column_size(above));
