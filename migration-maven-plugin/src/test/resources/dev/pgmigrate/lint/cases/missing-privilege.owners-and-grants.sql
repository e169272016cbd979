-- postgres: 15+
-- refused: 42501
-- runner: psql
-- file: 20250101000000_roles.sql
create role rights_owner nologin;
create role rights_reader nologin;
create role rights_member nologin in role rights_owner;
create role rights_maker nologin superuser;
create schema if not exists rights authorization rights_owner;
grant usage on schema rights to rights_reader, rights_member;
set role rights_owner;
create table rights.goods (id bigint primary key, name text, price numeric);
create view rights.shown as select id, name from rights.goods;
create view rights.own with (security_invoker = true) as select id, name from rights.goods;
grant insert (id), select, update (name) on rights.goods to rights_reader;
grant insert, update on rights.shown to rights_reader;
grant insert on rights.own to rights_reader;
-- file: 20250102000000_rows.sql
set role rights_reader;
insert into rights.goods (id) values (1);
-- finding: no right to insert
insert into rights.goods (id, name) values (2, 'a');
update rights.goods set name = 'b';
-- finding: no right to update
update rights.goods set price = 1;
-- finding: no right to delete
delete from rights.goods;
insert into rights.shown (id, name) values (3, 'c');
-- finding: no right to insert
insert into rights.own (id, name) values (4, 'd');
insert into rights.own (id) values (5);
-- finding: does not own
alter table rights.goods add column note text;
-- finding: does not own
alter table rights.goods rename column name to title;
-- finding: no superuser
create function rights.leaks_nothing() returns int language sql leakproof as 'select 1';
set role rights_member;
delete from rights.goods;
set role rights_maker;
delete from rights.goods;
reset role;
delete from rights.goods;
alter table rights.goods owner to rights_reader;
set role rights_reader;
delete from rights.goods;
reset role;
grant delete on rights.shown to rights_reader;
set session authorization rights_reader;
-- finding: `rights_owner` has no right to delete
delete from rights.shown;
reset session authorization;
do $$ begin
    if exists (select from pg_class where relname = 'goods') then
        grant select, delete on rights.goods to rights_owner;
    end if;
end $$;
set role rights_owner;
delete from rights.goods;
reset role;
-- file: 20250103000000_drop.sql
drop schema rights cascade;
drop role rights_owner, rights_reader, rights_member, rights_maker;
