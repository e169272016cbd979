-- postgres: 14+
-- file: 20250101000000_create_types.sql
-- finding: domain `email`
create domain email as text;
-- finding: type `point3`
create type point3 as (x float8, y float8, z float8);
