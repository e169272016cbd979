-- file: 20250101000000_create.sql
create table users (id bigint, id_new bigint, name text, mail text);
create view people as select name from users;
-- file: 20250102000000_rename.sql
alter table users rename column id to id_old;
-- finding: `id_new`
alter table users rename column id_new to id;
-- finding: `name`
alter view people rename column name to title;
-- finding: `mail`
alter table public.users rename mail to "Mail";
create table teams as select id from users;
alter table teams rename id to team_id;
