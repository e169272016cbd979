-- postgres: 14+
-- refused: 42601, 42P02, 42P13
-- file: 20250101000000_heads.sql
-- finding: no language
create or replace function without_language() returns int as 'select 1';
-- finding: does not say what it returns
create or replace function without_result() language sql as 'select 1';
-- finding: needs a default as well
create or replace function late(a int default 1, b int) returns int language sql as 'select 1';
create or replace function outputs_may_follow(a int default 1, out b int) language sql as 'select 1';
-- finding: needs a default as well
create or replace procedure outputs_may_not_follow(a int default 1, out b int) language sql as 'select 1';
-- finding: two parameters are called `a`
create or replace function twice(a int, a int) returns int language sql as 'select 1';
-- finding: has to come last
create or replace function spread(variadic a int[], b int) returns int language sql as 'select 1';
-- finding: give a different result
create or replace function another_result(out a int) returns text language sql as 'select 1';
create or replace function same_result(out a int) returns integer language sql as 'select 1';
-- finding: has no such attribute
create or replace procedure strict_work() strict language sql as 'select 1';
-- finding: says this twice
create or replace function said_twice() returns int stable language sql volatile as 'select 1';
-- finding: no parameter determines
create or replace function unsettled(a int) returns anyelement language sql as 'select 1';
create or replace function settled(a anyarray) returns anyelement language sql as 'select a[1]';
-- finding: no parameter determines
create or replace function not_a_range(a anyelement) returns anyrange language sql as 'select null';
-- finding: cannot return trigger
create or replace function in_sql() returns trigger language sql as 'select 1';
-- finding: has no parameters
create or replace function with_argument(a int) returns trigger language plpgsql as 'begin return new; end';
-- finding: has no parameter $2
create or replace function too_far(a int) returns int language sql as 'select $2';
-- finding: gives no rows
create or replace function empty_body() returns int language sql as '';
-- finding: returns one value
create or replace function too_many() returns int language sql as 'select 1, 2';
