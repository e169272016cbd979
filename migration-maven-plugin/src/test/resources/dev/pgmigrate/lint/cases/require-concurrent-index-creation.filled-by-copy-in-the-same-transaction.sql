-- file: 20250101000000_load.sql
create table two (id integer, name text);
copy two (id, name) from stdin;
1	a
\.
create index two_name on two (name);
-- file: 20250102000000_later.sql
-- finding: blocks writes to `two`
create index two_id on two (id);
