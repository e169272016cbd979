-- postgres: 14+
-- refused: 42809
-- file: 20250101000000_routines.sql
create function f(a int) returns int language sql as 'select a';
create aggregate total(int) (sfunc = int4pl, stype = int);
-- file: 20250102000000_replaced.sql
-- finding: turns a function into a window function
create or replace function f(a int) returns int language sql window as 'select a';
-- finding: turns an aggregate into a function
create or replace function total(a int) returns int language sql as 'select a';
-- finding: turns a function into an aggregate
create or replace aggregate f(int) (sfunc = int4pl, stype = int);
create or replace aggregate total(int) (sfunc = int4pl, stype = int, initcond = '0');
