-- refused: 42704, 42883, 42P01
-- file: 20250101000000_create.sql
-- finding: `f`
-- finding: `missing`
create trigger t before insert on missing for each row execute function f();
create table missing (id bigint);
create function f() returns trigger language plpgsql as 'begin perform g(); return new; end';
create function g() returns integer language sql as 'select 1';
-- finding: `h`
create function k() returns integer language sql as 'select h()';
create function h() returns integer language sql as 'select 1';
-- finding: `mood`
create table a (m mood);
create type mood as enum ('x');
-- finding: `later`
create view v as select * from later;
create table later (id bigint);
create table self (id bigint primary key, up bigint references self);
