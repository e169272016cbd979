-- file: 001_create_colours.sql
create table if not exists colours (id bigint primary key, name text);
copy colours (id, name) from stdin;
1	red
\.
