-- postgres: 14+
-- refused: 42809, 42P13
-- file: 20250101000000_create.sql
create schema if not exists app;
create function f1(a integer) returns integer language sql as 'select 1';
create function f2(a integer, b text default 'x') returns integer language sql as 'select 1';
create function f3(integer) returns integer language sql as 'select 1';
create function f4() returns table (a integer, b integer) language sql as 'select 1, 2';
create function f5() returns table (a integer) language sql as 'select 1';
create function f6(out a integer) language sql as 'select 1';
create function f7() returns varchar(10) language sql as 'select 1::text';
create function app.f8() returns integer language sql as 'select 1';
create function f9(a integer) returns integer language sql as 'select 1';
create function "F10"(a text) returns integer language sql as 'select 1';
create procedure p1(a integer) language plpgsql as 'begin end';
create function f11(a int) returns setof int language sql as 'select 1';
create function f12() returns int language sql as 'select 1';
-- file: 20250102000000_replace.sql
-- finding: renames its parameter a to b
create or replace function f1(b integer) returns integer language sql as 'select 2';
-- file: 20250103000000_replace.sql
-- finding: takes away the default of a parameter
create or replace function f2(a integer, b text) returns integer language sql as 'select 2';
-- file: 20250104000000_replace.sql
create or replace function f3(a int4) returns int language sql as 'select 2';
create or replace function f5() returns setof integer language sql as 'select 2';
create or replace function f6() returns integer language sql as 'select 2';
create or replace function f7() returns character varying language sql as 'select ''2''::text';
create or replace function f8() returns text language sql as 'select ''2''';
create or replace function f10(a text) returns text language sql as 'select ''2''';
-- file: 20250105000000_replace.sql
-- finding: from setof (a int4, b int4) to setof (a int4, c int4)
create or replace function f4() returns table (a integer, c integer) language sql as 'select 1, 2';
-- file: 20250106000000_replace.sql
set search_path = app, public;
-- finding: changes what it returns from int4 to text
create or replace function f8() returns text language sql as 'select ''2''';
-- file: 20250107000000_replace.sql
drop function f9;
create or replace function f9(b integer) returns bigint language sql as 'select 2::bigint';
-- file: 20250108000000_replace.sql
-- finding: changes what it returns
create or replace function public."F10"(a text) returns text language sql as 'select ''2''';
-- file: 20250109000000_replace.sql
-- finding: turns a procedure into a function
create or replace function p1(a integer) returns int language sql as 'select 2';
-- file: 20250110000000_replace.sql
-- finding: from setof int4 to int4
create or replace function f11(a int) returns int language sql as 'select 1';
-- file: 20250111000000_dynamic.sql
do $$ begin execute 'drop function ' || 'f12()'; end $$;
create or replace function f12() returns text language sql as 'select ''1''';
