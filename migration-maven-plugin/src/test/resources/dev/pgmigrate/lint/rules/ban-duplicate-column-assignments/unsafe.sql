-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key, name text, seen boolean);
-- finding: names `seen` twice
update users set seen = true, name = 'x', seen = true where id = 1;
