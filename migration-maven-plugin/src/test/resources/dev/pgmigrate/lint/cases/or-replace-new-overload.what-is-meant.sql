-- postgres: 14+
-- file: 20250101000000_create.sql
create or replace function one(a integer) returns integer language sql as 'select 1';
create or replace function two(a integer) returns integer language sql as 'select 1';
create or replace function two(a text) returns integer language sql as 'select 1';
create or replace function three(a integer) returns integer language sql as 'select 1';
create or replace function four(a integer) returns integer language sql as 'select 1';
create or replace function five(a varchar(10)) returns integer language sql as 'select 1';
-- file: 20250102000000_more.sql
-- finding: `one(int4)` has other argument types
create or replace function one(a integer, b text default null) returns integer language sql as 'select 1';
create or replace function two(a date) returns integer language sql as 'select 1';
create or replace function three(a bigint) returns integer language sql as 'select 1';
drop function three(integer);
create function four(a bigint) returns integer language sql as 'select 1';
create or replace function five(a character varying) returns integer language sql as 'select 1';
create or replace function one(a int4) returns integer language sql as 'select 2';
