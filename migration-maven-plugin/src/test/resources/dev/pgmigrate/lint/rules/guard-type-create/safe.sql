-- postgres: 14+
-- file: 20250101000000_create_types.sql
do $$ begin create domain email as text; exception when duplicate_object then null; end $$;
do $$ begin create type point3 as (x float8, y float8, z float8); exception when duplicate_object then null; end $$;
