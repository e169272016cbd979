-- postgres: 14+
-- runner: psql
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key);
-- file: 20250102000000_add_name.sql
-- finding: the locks on `users` are held forever
begin;
set local lock_timeout = '2s';
alter table users add column if not exists name text;
commit;
