-- postgres: 14+
-- file: 20250101000000_create.sql
create table t (a integer);
-- file: 20250102000000_work.sql
create table staging (a integer);
insert into staging select a from t;
drop table staging;
create temp table session_only (a integer);
drop table session_only;
drop table if exists t;
create table t (a integer);
create view v as select a from t;
-- finding: view `v` is made earlier
drop view v;
create type e as enum ('x');
-- finding: type `e` is made earlier
drop type if exists e;
create function f() returns integer language sql as 'select 1';
drop function f();
create index i on t (a);
drop index i;
create sequence q;
do $$ begin perform nextval('q'); end $$;
drop sequence q;
