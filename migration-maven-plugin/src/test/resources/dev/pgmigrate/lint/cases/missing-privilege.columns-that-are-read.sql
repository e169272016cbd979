-- postgres: 14+
-- refused: 42501
-- runner: psql
-- file: 20250101000000_roles.sql
create role rights_owner nologin;
create role rights_writer nologin;
create schema if not exists rights authorization rights_owner;
grant usage on schema rights to rights_writer;
set role rights_owner;
create table rights.goods (id bigint primary key, name text, price numeric);
create view rights.shown as select name as title, price as cost, id from rights.goods;
grant insert, update (name), select (id, name) on rights.goods to rights_writer;
grant insert, update (title), select (id, title) on rights.shown to rights_writer;
grant delete on rights.goods to rights_writer;
-- file: 20250102000000_rows.sql
set role rights_writer;
insert into rights.goods (id, name) values (1, 'a') on conflict (id) do update set name = excluded.name;
-- finding: no right to select
insert into rights.goods (id, name) values (1, 'a') on conflict (id) do update set name = excluded.price::text;
-- finding: no right to select
insert into rights.shown (id, title) values (1, 'a') on conflict (id) do update set title = shown.cost::text;
insert into rights.shown (id, title) values (1, 'a') on conflict (id) do update set title = shown.title;
update rights.goods set name = name || 'b' where id = 1;
-- finding: no right to select
update rights.goods set name = 'b' where price > 1;
delete from rights.goods where id = 2;
-- finding: no right to select
delete from rights.goods where price is null;
-- finding: no right to select
delete from rights.goods g where g.price is null;
reset role;
