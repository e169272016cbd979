-- file: 20250101000000_create.sql
create table users (id bigint);
create table "Users" (id bigint);
-- file: 20250102000000_lock.sql
lock table users in access share mode;
lock table users in row exclusive mode nowait;
-- finding: users
lock table only public.users in share mode;
-- finding: Users
lock "Users";
create table fresh (id bigint);
lock table fresh;
