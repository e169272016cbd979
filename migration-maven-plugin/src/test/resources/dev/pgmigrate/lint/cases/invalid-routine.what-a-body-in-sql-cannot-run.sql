-- postgres: 14+
-- refused: 0A000
-- file: 20250101000000_bodies.sql
create table if not exists notes (id bigint primary key);
create or replace procedure swap(inout a int, inout b int) language sql as 'select b, a';
create or replace procedure write(a int) language sql as 'insert into notes values (a)';
-- finding: no query and changes no rows
create or replace procedure makes_a_table() language sql begin atomic create table made (id int); end;
create or replace procedure adds_a_note() language sql begin atomic insert into notes values (1); end;
-- finding: has output parameters
create or replace procedure swaps(a int, b int) language sql as 'call swap(a, b)';
create or replace procedure writes(a int) language sql as 'call write(a)';
