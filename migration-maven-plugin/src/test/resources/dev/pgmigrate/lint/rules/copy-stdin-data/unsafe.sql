-- postgres: 14+
-- runner: supabase
-- file: 20250101000000_create_colours.sql
create table if not exists colours (id bigint primary key, name text);
-- finding: The rows of `colours`
copy colours (id, name) from stdin;
1	red
2	green
\.
