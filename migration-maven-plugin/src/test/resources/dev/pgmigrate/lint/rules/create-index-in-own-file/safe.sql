-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key, name text);
-- file: 20250102000000_index_name.sql
create index concurrently if not exists users_name on users (name);
