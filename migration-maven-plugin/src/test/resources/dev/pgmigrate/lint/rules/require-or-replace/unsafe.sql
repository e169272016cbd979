-- postgres: 14+
-- file: 20250101000000_create_double.sql
-- finding: function `double(int4)` exists
create function double(n int) returns int language sql immutable as 'select n * 2';
