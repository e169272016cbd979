-- postgres: 14+
-- refused: 42703, 42P01
-- file: 20250101000000_rows.sql
create table t (id int primary key, n text);
-- finding: has a column `x`
insert into t values (1, "x");
-- finding: no column `zz`
insert into t (id) values (1) returning zz;
insert into t (id) values (2) on conflict (id) do update set n = excluded.n returning id, t.n;
insert into t (id, n) values (3, (select n from t where t.id = 1));
-- finding: called `u`
create view v as select u.id from t;
-- finding: called `t`
create view w as select t.id from t as other;
create view x as select a.id, (select b.n from t b where b.id = a.id) from t a;
-- finding: no column `nn`
create function reads_nn() returns text language sql as 'select nn from t';
create function reads_parameter(nn text) returns text language sql as 'select nn from t';
create function reads_own(nn text) returns text language sql as 'select reads_own.nn from t';
