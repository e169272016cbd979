-- file: 20250101000000_not_guarded.sql
-- finding: transform `int4` exists
create transform for int language sql (from sql with function prsd_lextype(internal));
-- finding: aggregate `total(int4)` exists
create aggregate total (basetype = integer, sfunc = int4pl, stype = int);
-- finding: aggregate `total()` exists
create aggregate total (basetype = 'ANY', sfunc = int8inc, stype = bigint, initcond = '0');
-- file: 20250102000000_guarded.sql
drop transform if exists for integer language sql;
create transform for int language sql (from sql with function prsd_lextype(internal));
drop aggregate if exists total (int);
create aggregate total (basetype = int4, sfunc = int4pl, stype = int);
drop aggregate if exists total (*);
create aggregate total (basetype = "any", sfunc = int8inc, stype = bigint, initcond = '0');
