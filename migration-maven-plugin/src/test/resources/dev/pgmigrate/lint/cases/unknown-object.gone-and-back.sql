-- postgres: 14+
-- refused: 42883, 42P01
-- file: 20250101000000_create.sql
create schema app;
create table a (id integer primary key);
create table b (id integer);
create table app.b (id integer);
create table c (id integer);
create temp table s (id integer);
create view v as select 1 as x;
create function touch() returns trigger language plpgsql as 'begin return new; end';
create table other (id integer);
-- file: 20250102000000_change.sql
alter table a rename to a2;
drop table b;
drop view v;
drop table if exists never;
drop function touch();
do $$ begin
    if exists (select 1 from pg_class where relname = 'other' and reltuples > 100) then
        drop table other;
    end if;
end $$;
create index i1 on a2 (id);
create index i2 on app.b (id);
insert into other values (1);
insert into unseen.thing values (1);
-- file: 20250103000000_wrong.sql
-- finding: table `a` is dropped or renamed
alter table a add column x integer;
-- finding: table `b` is dropped or renamed
create index w1 on b (id);
-- finding: table `a` is dropped or renamed
create table d (a_id integer references a (id));
-- finding: table `b` is dropped or renamed
insert into b values (1);
-- finding: table `never` is dropped or renamed
create policy p on never using (true);
-- finding: function `touch()` is dropped or renamed
create trigger tr before update on a2 for each row execute function touch();
-- finding: view `v` is dropped or renamed
drop view v;
drop view if exists v;
alter table if exists a add column x integer;
-- file: 20250104000000_back.sql
set search_path = public, app;
insert into b values (1);
reset search_path;
create table b (id integer);
insert into b values (1);
create table a (id integer, up integer);
create index w2 on a (id);
-- file: 20250105000000_dynamic.sql
drop table c;
do $$ begin execute format('create table %I (id integer)', 'c'); end $$;
insert into c values (1);
