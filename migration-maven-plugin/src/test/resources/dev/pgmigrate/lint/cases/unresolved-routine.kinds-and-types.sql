-- postgres: 14+
-- refused: 42725, 42809, 42883, 42P13
-- file: 20250101000000_routines.sql
create function f(a int) returns int language sql as 'select a';
create function g(a int) returns int language sql as 'select a';
create function g(a text) returns text language sql as 'select a';
create procedure p(a int) language sql as 'select a';
create aggregate total(int) (sfunc = int4pl, stype = int);
create function gone(a int) returns int language sql as 'select a';
drop function gone(int);
create procedure split(out a int, in b int, in c int) language sql as 'select b - c';
create type mood as enum ('sad', 'ok');
create function feel(m mood) returns int language sql as 'select 1';
alter type mood rename to feeling;
-- file: 20250102000000_calls.sql
call p(1);
call p(a => 1);
call split(null, b => 7, c => 4);
-- finding: takes these arguments
call p(1, 2);
-- finding: takes these arguments
call p(b => 1);
-- finding: is not a procedure
call f(1);
-- finding: is not a procedure
call random();
-- finding: is not a procedure
call total(1);
-- file: 20250103000000_changes.sql
create procedure split(in a int, in b int, in c int) language sql as 'select a + b - c';
-- finding: `p(int4)` is not a function
alter function p(int) volatile;
-- finding: `f(int4)` is not a procedure
alter procedure f(int) security definer;
-- finding: no such attribute
alter procedure p(int) strict;
alter routine p(int) security definer;
-- finding: `total(int4)` is not a function
alter function total(int) stable;
-- finding: `f(int4)` is not an aggregate
comment on aggregate f(int) is 'a function';
comment on function total(int) is 'an aggregate';
-- finding: `p(int4)` is not a function
grant execute on function p(int) to public;
-- finding: no function `f(text)`, but function `f(int4)`
revoke execute on function f(text) from public;
-- finding: may be one of several
alter function g rename to h;
-- finding: no function `gone(int4)`, which
comment on function gone(int) is 'gone';
-- finding: no function `gone(int4)`, which
alter function gone(int) stable;
comment on function g(int) is 'one of two';
comment on function feel(feeling) is 'its type has another name';
-- file: 20250104000000_drops.sql
-- finding: `total(int4)` is not a function
drop function if exists total(int);
drop function if exists gone(int);
drop function if exists f(text);
-- finding: no function `f(text)`
drop function f(text);
-- finding: no procedure `f`
drop procedure f;
-- finding: may be one of several
drop function g;
-- finding: may be one of several
drop procedure split(int, int, int);
drop procedure split(out int, int, int);
drop procedure split(int, int, int);
drop function g(int);
drop function g;
drop function f;
drop routine p;
drop function feel(feeling);
drop aggregate total(int);
