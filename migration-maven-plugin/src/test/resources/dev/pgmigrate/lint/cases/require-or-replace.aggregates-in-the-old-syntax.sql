-- file: 20250101000000_create.sql
-- finding: `total(int4)`
create aggregate total (basetype = integer, sfunc = int4pl, stype = int4, initcond = '0');
-- finding: `rows()`
create aggregate rows (sfunc = int8inc, basetype = 'ANY', stype = int8, initcond = '0');
drop aggregate if exists sum_of(double precision);
create aggregate sum_of (basetype = double precision, sfunc = float8pl, stype = float8);
drop aggregate if exists total(int8);
create aggregate total (basetype = int8, sfunc = int8pl, stype = int8, initcond = '0');
drop aggregate if exists gathered(int[]);
create aggregate gathered (basetype = pg_catalog.int4[], sfunc = array_cat, stype = int4[]);
