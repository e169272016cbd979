-- file: 20250101000000_create.sql
create table roles (id bigint primary key, name text);
create table logs (name text);
-- file: 20250102000000_seed.sql
-- finding: roles
insert into roles values (1, 'a');
insert into roles (id, name) values (1, 'b') on conflict (id) do update set name = excluded.name;
insert into public.roles (id, name) select 2, 'c' where not exists (select from roles where id = 2);
-- finding: logs
insert into logs (name) values ('x');
insert into logs (name) select 'y' where (select count(*) from logs) = 0;
insert into roles (id, name) select x.id, x.name from (values (3, 'd')) as x (id, name) left join roles r on r.id = x.id where r.id is null;
delete from logs where name = 'z';
insert into logs (name) values ('z');
drop table if exists fresh;
create table fresh (id bigint);
insert into fresh values (1);
create temp table scratch (id bigint) on commit drop;
insert into scratch values (1);
-- finding: roles
insert into roles (id, name) select n, 'many' from generate_series(10, 19) as n;
-- finding: roles
insert into roles (id, name) select x.id, x.name from (values (20, 'e'), (21, 'f')) as x (id, name);
insert into roles (id, name) select n, 'more' from generate_series(30, 39) as n where not exists (select from roles where id = n);
