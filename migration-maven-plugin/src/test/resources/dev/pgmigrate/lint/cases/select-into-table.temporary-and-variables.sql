-- file: 20250101000000_create.sql
create table t (a integer);
-- finding: `copies`
select * into copies from t;
create table public."Copied" as select * from t;
select a into temp scratch from t;
create temp table s as select * from t;
do $$ declare n integer; begin select count(*) into n from t; end $$;
create function f() returns integer language plpgsql as $$ declare n integer; begin select 1 into n; return n; end $$;
create table like_t as table t with no data;
