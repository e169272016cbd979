-- runner: psql
-- file: 20250101000000_create.sql
create table users (id bigint primary key, name text);
create table teams (id bigint primary key, name text);
-- file: 20250102000000_change.sql
alter table users add column title text;
update users set title = name;
begin;
alter table users add column kind text;
update teams set name = 'x';
commit;
begin;
alter table users add column mail text;
-- finding: users
update public.users set mail = name;
commit;
begin;
create table fresh (id bigint);
insert into fresh select id from users;
alter table fresh add column x text;
update fresh set x = 'y';
commit;
begin;
-- finding: teams
update teams set name = 'y';
alter table teams alter column name set not null;
commit;
begin;
comment on table users is 'x';
update users set kind = 'z' where id < 10 and id > 5;
commit;
