-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key);
-- finding: `public.users_backup` looks like a backup
create table if not exists users_backup (id bigint primary key);
-- file: 20250102000000_create_a.sql
create table if not exists a (id bigint primary key);
-- file: 20250103000000_create_b.sql
create table if not exists b (id bigint primary key);
-- file: 20250104000000_create_c.sql
create table if not exists c (id bigint primary key);
