-- postgres: 14-14
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key, email text);
-- finding: `nulls not distinct` needs PostgreSQL 15
alter table users drop constraint if exists users_email_key, add constraint users_email_key unique nulls not distinct (email);
