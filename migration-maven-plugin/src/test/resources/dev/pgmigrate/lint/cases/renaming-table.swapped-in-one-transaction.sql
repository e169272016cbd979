-- file: 20250101000000_create.sql
create table users (id bigint);
create table orders (id bigint);
create schema app;
create table app.teams (id bigint);
create table "Groups" (id bigint);
-- file: 20250102000000_swap.sql
create table users_new (id bigint);
insert into users_new select id from users;
alter table users rename to users_old;
alter table users_new rename to users;
-- file: 20250103000000_rename.sql
-- finding: `app.teams`
alter table app.teams rename to groups;
create view teams as select * from app.groups;
-- finding: `Groups`
alter table if exists "Groups" rename to groups;
alter table public.orders rename to purchases;
create view public.orders as select * from purchases;
