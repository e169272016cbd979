-- postgres: 14+
-- refused: 0A000, 42P16, 42P17
-- file: 20250101000000_bounds.sql
create table l (x text) partition by list (x);
create table l_a partition of l for values in ('a', 'b');
create table l_rest partition of l default;
-- finding: `public.l_a` takes these rows
create table l_b partition of l for values in ('b');
-- finding: `public.l_rest` takes these rows
create table l_other partition of l default;
-- finding: partitioned by LIST
create table l_range partition of l for values from ('a') to ('b');
-- finding: cannot read a column
create table l_word partition of l for values in (c);
-- finding: cannot contain a query
create table l_query partition of l for values in ((select 'c'));
create table r (x int, y int) partition by range (x, y);
create table r_1 partition of r for values from (1, minvalue) to (10, minvalue);
create table r_2 partition of r for values from (10, minvalue) to (maxvalue, maxvalue);
-- finding: `public.r_1` takes these rows
create table r_3 partition of r for values from (5, 0) to (6, 0);
-- finding: has 2 columns
create table r_4 partition of r for values from (-5) to (-3);
-- finding: ends before it begins
create table r_5 partition of r for values from (1, 0) to (0, 0);
-- finding: cannot begin or end at NULL
create table r_6 partition of r for values from (null, 0) to (0, 0);
create table r_7 partition of r for values from (-20, 0) to (-10, 0);
-- finding: ends before it begins
create table r_8 partition of r for values from (-1, 0) to (-2, 0);
-- finding: `public.r_7` takes these rows
create table r_9 partition of r for values from (-15, 0) to (-12, 0);
create table h (x int) partition by hash (x);
create table h_0 partition of h for values with (modulus 4, remainder 0);
create table h_1 partition of h for values with (modulus 8, remainder 1);
-- finding: `public.h_0` takes these rows
create table h_2 partition of h for values with (modulus 8, remainder 4);
-- finding: do not divide one another
create table h_3 partition of h for values with (modulus 6, remainder 1);
-- finding: not a remainder of a division
create table h_4 partition of h for values with (modulus 8, remainder 8);
-- finding: partitioned by HASH
create table h_rest partition of h default;
create table plain (x int);
-- finding: is not partitioned
create table plain_1 partition of plain for values in (1);
create table n (x bigint) partition by list (x);
create table n_10 partition of n for values in (10);
-- finding: `public.n_10` takes these rows
create table n_ten partition of n for values in ('10');
create table n_eleven partition of n for values in ('11');
