-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key, email text);
create unique index if not exists users_email_key on users (coalesce(email, ''));
