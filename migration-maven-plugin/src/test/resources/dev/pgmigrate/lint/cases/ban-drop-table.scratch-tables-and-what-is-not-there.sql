-- file: 20250101000000_create.sql
create table users (id bigint primary key);
create table "Users" (id bigint primary key);
create table old_users (id bigint primary key);
create schema app;
create table app.users (id bigint);
-- file: 20250102000000_drop_old.sql
-- finding: `old_users`
drop table old_users;
-- file: 20250103000000_again.sql
drop table if exists old_users;
create table old_users (id bigint primary key);
-- file: 20250104000000_scratch.sql
create table kept as select * from users;
update users set id = kept.id from kept where kept.id = users.id;
drop table kept;
create temp table users (id bigint);
drop table users;
-- file: 20250105000000_drop.sql
-- finding: `Users`
-- finding: `public.users`
drop table if exists public.users, "Users";
-- finding: `app.users`
drop table app.users;
do $$ begin
-- finding: `old_users`
    drop table if exists old_users;
end $$;
