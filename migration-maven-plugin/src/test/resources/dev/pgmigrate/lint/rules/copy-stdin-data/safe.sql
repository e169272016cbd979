-- postgres: 14+
-- runner: supabase
-- file: 20250101000000_create_colours.sql
create table if not exists colours (id bigint primary key, name text);
insert into colours (id, name) values (1, 'red'), (2, 'green') on conflict do nothing;
