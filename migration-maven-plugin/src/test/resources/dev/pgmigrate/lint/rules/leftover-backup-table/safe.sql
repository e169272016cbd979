-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key);
create table if not exists users_backup (id bigint primary key);
-- file: 20250102000000_create_a.sql
create table if not exists a (id bigint primary key);
