-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key, name text);
-- file: 20250102000000_add_email.sql
alter table users add column if not exists email text;
-- finding: The index on `users` is built together with other changes
create index if not exists users_email on users (email);
