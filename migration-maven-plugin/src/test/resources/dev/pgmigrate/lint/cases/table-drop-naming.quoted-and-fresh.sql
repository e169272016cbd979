-- file: 20250101000000_create.sql
create table users (id bigint);
create table "Users_Old" (id bigint);
create table users_old (id bigint);
create table _deprecated_users (id bigint);
-- file: 20250102000000_drop.sql
drop table users_old, _deprecated_users;
-- finding: `Users_Old`
drop table "Users_Old";
-- finding: `public.users`
drop table if exists public.users restrict;
create temp table scratch (id bigint);
drop table scratch;
create table made as select 1 as one;
drop table made;
