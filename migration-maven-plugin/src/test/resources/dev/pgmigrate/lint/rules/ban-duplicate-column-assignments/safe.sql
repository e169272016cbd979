-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key, name text, seen boolean);
update users set seen = true, name = 'x' where id = 1;
