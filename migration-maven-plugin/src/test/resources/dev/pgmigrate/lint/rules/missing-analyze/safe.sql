-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key, name text);
-- file: 20250102000000_fill_names.sql
update users set name = 'x' where id between 1 and 10000;
analyze users;
