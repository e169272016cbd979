-- refused: 0 syntax error at or near "selec"
selec 1;
-- refused: 13 syntax error at end of input
select 1 from;
-- refused: 12 syntax error at or near "from"
select from from t;
-- refused: 11 syntax error at or near "c"
select a b c from t;
-- refused: 9 syntax error at or near "2"
select 1 2;
-- refused: 9 syntax error at end of input
select (1;
-- refused: 8 syntax error at or near ")"
select 1);
-- refused: 13 syntax error at or near "<"
select a < b < c;
-- refused: 13 syntax error at or near "="
select a = b = c;
-- refused: 16 syntax error at or near "like"
select a like b like c;
-- refused: 18 syntax error at end of input
select a between 1;
-- refused: 19 syntax error at or near "or"
select a between 1 or 2;
-- refused: 27 syntax error at or near "and"
select a between symmetric and 2;
-- refused: 15 syntax error at end of input
select a is not;
-- refused: 21 syntax error at or near "b"
select a is distinct b;
-- refused: 10 syntax error at end of input
select not;
-- refused: 12 syntax error at or near ")"
select f(a, );
-- refused: 17 syntax error at or near ")"
select f(distinct);
-- refused: 19 syntax error at or near ","
select f(variadic a, b);
-- refused: 11 syntax error at or near "b"
select f(a b);
-- refused: 11 syntax error at end of input
select left;
-- refused: 13 syntax error at or near ","
select cast(a, int);
-- refused: 16 syntax error at or near ")"
select cast(a as);
-- refused: 10 syntax error at end of input
select a::;
-- refused: 13 syntax error at or near "("
select a::int(3);
-- refused: 12 syntax error at end of input
select array;
-- refused: 14 syntax error at end of input
select array[1;
-- refused: 12 syntax error at or near "end"
select case end;
-- refused: 19 syntax error at or near "end"
select case when a end;
-- refused: 11 syntax error at end of input
select a.b.;
-- refused: 9 syntax error at end of input
select a[;
-- refused: 12 improper use of "*" at end of input
select a.*.b;
-- refused: 13 syntax error at or near "."
select (a, b).c;
-- refused: 11 syntax error at or near "."
select f(x).y;
-- refused: 14 syntax error at or near ")"
select row(1, );
-- refused: 15 syntax error at or near "1"
select exists (1);
-- refused: 16 syntax error at end of input
select (select 1;
-- refused: 24 syntax error at or near ")"
select ((select 1) union);
-- refused: 22 syntax error at or near ")"
select (select 1 union);
-- refused: 16 syntax error at or near ","
select extract(a, b);
-- refused: 16 syntax error at or near ")"
select trim(both);
-- refused: 17 syntax error at or near ","
select position(1, 2);
-- refused: 18 syntax error at or near "foo"
select xmlelement(foo);
-- refused: 23 syntax error at or near ")"
select json_object(a : );
-- refused: 19 syntax error at or near ")"
select json_value(a);
-- refused: 7 UNIQUE predicate is not yet implemented
select unique (select 1);
-- refused: 7 wrong number of parameters on left side of OVERLAPS expression
select (1, 2, 3) overlaps (1, 2);
-- refused: 25 syntax error at or near ")"
select (1, 2) overlaps (1);
-- refused: 12 syntax error at or near "with"
select time with a;
-- refused: 26 syntax error at or near "to"
select interval '1' month to day;
-- refused: 13 precision for type float must be at least 1 bit
select float(0) '1';
-- refused: 16 precision for type float must be less than 54 bits
select a::float(54);
-- refused: 21 syntax error at end of input
select 1 from t where;
-- refused: 24 syntax error at end of input
select 1 from t group by;
-- refused: 22 syntax error at or near "a"
select 1 from t group a;
-- refused: 24 syntax error at end of input
select 1 from t order by;
-- refused: 27 syntax error at or near "nulls"
select 1 from t order by a nulls;
-- refused: 21 syntax error at end of input
select 1 from t limit;
-- refused: 16 LIMIT #,# syntax is not supported
select 1 from t limit 1, 2;
-- refused: 24 syntax error at or near "limit"
select 1 from t limit 1 limit 2;
-- refused: 29 syntax error at or near "rows"
select 1 from t offset 1 + 1 rows;
-- refused: 34 syntax error at end of input
select 1 from t fetch first 1 rows;
-- refused: 35 WITH TIES cannot be specified without ORDER BY clause
select 1 from t fetch first 1 rows with ties;
-- refused: 46 SKIP LOCKED and WITH TIES options cannot be used together
select 1 from t order by a fetch first 1 rows with ties for update skip locked;
-- refused: 31 multiple ORDER BY clauses not allowed
(select 1 order by 1) order by 2;
-- refused: 19 multiple LIMIT clauses not allowed
(select 1 limit 1) limit 2;
-- refused: 20 multiple OFFSET clauses not allowed
(select 1 offset 1) offset 2;
-- refused: 0 multiple WITH clauses not allowed
with a as (select 1) (with b as (select 1) select 1);
-- refused: 8 syntax error at or near "select"
with a (select 1) select 1;
-- refused: 10 syntax error at or near "select"
with a as select 1 select 2;
-- refused: 11 syntax error at or near "drop"
with a as (drop table t) select 1;
-- refused: 22 syntax error at end of input
select * from t join u;
-- refused: 24 syntax error at or near "u"
select * from t natural u;
-- refused: 29 syntax error at or near "on"
select * from t cross join u on true;
-- refused: 16 syntax error at or near ")"
select * from (t);
-- refused: 16 syntax error at or near ")"
select * from (t) as x;
-- refused: 35 syntax error at or near ")"
select * from ((a join b on true) x);
-- refused: 18 syntax error at end of input
select * from t as;
-- refused: 23 syntax error at or near ")"
select * from f() as (a);
-- refused: 23 syntax error at end of input
select * from lateral t;
-- refused: 37 syntax error at end of input
select * from t tablesample bernoulli;
-- refused: 14 improper qualified name (too many dotted names): a.b.c.d
select * from a.b.c.d;
-- refused: 18 syntax error at end of input
select * from a[1];
-- refused: 17 syntax error at end of input
select * from a.*;
-- refused: 28 only string constants are supported in JSON_TABLE path specification
select * from json_table(a, b columns (c int));
-- refused: 41 syntax error at or near ")"
select * from json_table(a, '$' columns ());
-- refused: 61 only one DEFAULT value is allowed
select * from xmltable('a' passing b columns c int default 1 default 2);
-- refused: 51 unrecognized column option "wrong"
select * from xmltable('a' passing b columns c int wrong 1);
-- refused: 35 cannot use DISTINCT with WITHIN GROUP
select percentile_cont(distinct 1) within group (order by a);
-- refused: 37 cannot use multiple ORDER BY clauses with WITHIN GROUP
select percentile_cont(1 order by 2) within group (order by a);
-- refused: 35 cannot use VARIADIC with WITHIN GROUP
select percentile_cont(variadic a) within group (order by a);
-- refused: 33 frame start cannot be UNBOUNDED FOLLOWING
select sum(a) over (rows between unbounded following and 1 preceding);
-- refused: 49 frame end cannot be UNBOUNDED PRECEDING
select sum(a) over (rows between 1 preceding and unbounded preceding);
-- refused: 49 frame starting from current row cannot have preceding rows
select sum(a) over (rows between current row and 1 preceding);
-- refused: 49 frame starting from following row cannot have preceding rows
select sum(a) over (rows between 1 following and current row);
-- refused: 25 frame starting from following row cannot end with current row
select sum(a) over (rows 1 following);
-- refused: 25 frame start cannot be UNBOUNDED FOLLOWING
select sum(a) over (rows unbounded following);
-- refused: 9 type modifier cannot have parameter name
select f(a => 1) 'x';
-- refused: 11 type modifier cannot have ORDER BY
select f(a order by b) 'x';
-- refused: 39 improper use of "*" at or near "="
select a.b.* = 1, * from t where a.*.* = 1;
-- refused: 35 unrecognized JSON encoding: latin1
select json(a format json encoding latin1);
-- refused: 6 syntax error at end of input
values;
-- refused: 8 syntax error at or near ")"
values ();
-- refused: 5 syntax error at end of input
table;
-- refused: 6 syntax error at or near "select"
table select;
-- refused: 7 syntax error at or near "t"
insert t values (1);
-- refused: 13 syntax error at end of input
insert into t;
-- refused: 15 syntax error at or near ")"
insert into t () values (1);
-- refused: 21 syntax error at or near "1"
insert into t values 1;
-- refused: 17 syntax error at or near "b"
insert into t (a b) values (1);
-- refused: 36 syntax error at end of input
insert into t values (1) on conflict;
-- refused: 39 syntax error at end of input
insert into t values (1) on conflict do;
-- refused: 51 syntax error at or near "a"
insert into t values (1) on conflict (a) do update a = 1;
-- refused: 34 syntax error at end of input
insert into t values (1) returning;
-- refused: 21 syntax error at end of input
insert into t default;
-- refused: 8 syntax error at end of input
update t;
-- refused: 12 syntax error at end of input
update t set;
-- refused: 14 syntax error at end of input
update t set a;
-- refused: 20 syntax error at or near "where"
update t set a = 1, where b;
-- refused: 20 syntax error at or near "1"
update t set (a, b) 1;
-- refused: 7 syntax error at or near "t"
delete t;
-- refused: 11 syntax error at end of input
delete from;
-- refused: 19 syntax error at end of input
delete from t where;
-- refused: 28 syntax error at end of input
merge into t using u on true;
-- refused: 21 syntax error at or near "when"
merge into t using u when matched then delete;
-- refused: 47 syntax error at or near "insert"
merge into t using u on true when matched then insert values (1);
-- refused: 51 syntax error at or near "delete"
merge into t using u on true when not matched then delete;
-- refused: 17 invalid Unicode escape
select '\x' || e'\u12' from t;
-- refused: 15 invalid Unicode surrogate pair at or near "x"
select e'\ud800x';
-- refused: 9 invalid Unicode escape value at or near "\U00110000"
select e'\U00110000';
-- refused: 10 invalid Unicode escape
select U&'\zzzz';
-- refused: 21 invalid Unicode escape character at or near "'f'"
select U&'a' uescape 'f';
-- refused: 21 UESCAPE must be followed by a simple string literal at or near "1"
select U&'a' uescape 1;
-- refused: 15 invalid Unicode surrogate pair
select U&'\d800';
-- refused: 7 zero-length delimited identifier at or near """"
select "";
-- refused: 7 trailing junk after numeric literal at or near "1a"
select 1a;
-- refused: 7 invalid hexadecimal integer at or near "0x"
select 0x;
-- refused: 7 trailing junk after numeric literal at or near "0b3"
select 0b3;
-- refused: 7 trailing junk after numeric literal at or near "1__0"
select 1__0;
-- refused: 7 trailing junk after numeric literal at or near "1e+"
select 1e+;
-- refused: 15 operator too long at or near "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"
select a ==> b ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ c;
-- refused: 7 syntax error at or near "{"
select {;
-- refused: 7 unterminated quoted string at or near "'unterminated"
select 'unterminated
