-- postgres: 14+
-- file: 20250101000000_create_double.sql
create or replace function double(n int) returns int language sql immutable as 'select n * 2';
