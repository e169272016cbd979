-- postgres: 14+
-- file: 20250101000000_create_users.sql
set local application_name = 'migration 20250101000000';
create table if not exists users (id bigint primary key);
