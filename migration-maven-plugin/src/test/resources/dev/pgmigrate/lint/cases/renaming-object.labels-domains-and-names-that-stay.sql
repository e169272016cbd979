-- file: 20250101000000_create.sql
create type state as enum ('on', 'off');
create domain mail as text;
create type pair as (a integer, b integer);
create view v as select 1 as one;
create function f(a integer) returns integer language sql as 'select 1';
create aggregate total(integer) (sfunc = int4pl, stype = integer);
create sequence q;
-- file: 20250102000000_rename.sql
create type fresh as enum ('a');
alter type fresh rename value 'a' to 'b';
create type part as (x integer);
alter type part rename attribute x to y;
-- finding: label `on`
alter type state rename value 'on' to 'ON';
-- finding: `mail`
alter domain mail rename to "Mail";
-- finding: `a`
alter type pair rename attribute a to c;
alter view v rename to v_old;
create view v as select 1 as one, 2 as two;
-- finding: `f`
alter function f(integer) rename to g;
create function f(a text) returns integer language sql as 'select 1';
alter sequence q rename to r;
