-- postgres: 14+
-- refused: 42P13, 42883
-- file: 20250101000000_functions.sql
create or replace function add_pair(total int[], next int) returns int[] language sql immutable as 'select total || next';
create or replace function add_any(total anyarray, next anyelement) returns anyarray language sql immutable as 'select total || next';
create or replace function finish_pair(total int[]) returns int language sql immutable as 'select total[1]';
create or replace function finish_with(total int[], next int) returns int language sql immutable as 'select total[1]';
-- file: 20250102000000_aggregates.sql
create or replace aggregate pairs(int) (sfunc = add_pair, stype = int[], finalfunc = finish_pair);
create or replace aggregate pairs_with(int) (sfunc = add_pair, stype = int[], finalfunc = finish_with, finalfunc_extra);
create or replace aggregate of_any(anyelement) (sfunc = add_any, stype = anyarray);
create or replace aggregate of_ints(int) (sfunc = add_any, stype = int[]);
create or replace aggregate in_the_old_way(basetype = int, sfunc1 = add_pair, stype1 = int[], initcond1 = '{}');
create or replace aggregate by_the_systems(int) (sfunc = int4pl, stype = int);
-- finding: determines what its state, anyarray, is
create or replace aggregate unsettled(int) (sfunc = add_any, stype = anyarray);
-- finding: add_pair(int4[], anyelement)
create or replace aggregate not_of_any(anyelement) (sfunc = add_pair, stype = int[]);
-- finding: add_any(int4[], int8)
create or replace aggregate of_longs(int8) (sfunc = add_any, stype = int[]);
-- finding: add_pair(int4[])
create or replace aggregate without_argument(*) (sfunc = add_pair, stype = int[]);
-- finding: finish_with(int4[])
create or replace aggregate one_too_many(int) (sfunc = add_pair, stype = int[], finalfunc = finish_with);
