-- postgres: 14-14
-- refused: 42601
-- file: 20250101000000_create.sql
create table t (a integer, b integer);
create or replace function f() returns trigger language plpgsql as 'begin return new; end';
create or replace trigger x before insert on t for each row execute function f();
-- finding: 15
create unique index i on t (a) nulls not distinct;
-- finding: 18
alter table t add column c integer generated always as (a + 1) virtual;
create index j on t (a) include (b);
