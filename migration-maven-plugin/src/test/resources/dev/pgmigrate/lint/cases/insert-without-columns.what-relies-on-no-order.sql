-- refused: 23502
-- file: 001_create_all.sql
create table if not exists users (id bigint primary key, name text default 'x');
insert into users default values;
create temporary table scratch (a int);
insert into scratch values (1);
-- finding: `users`
insert into users select id, name from users where false;
