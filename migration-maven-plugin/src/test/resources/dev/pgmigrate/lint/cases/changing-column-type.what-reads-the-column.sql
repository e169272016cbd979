-- refused: 0A000, 42601
-- file: 20250101000000_create.sql
create table t (a integer, b bigint generated always as (a + 1) stored, c varchar(10), d integer, e integer, f varchar(10), g varchar(10));
create view v as select c from t;
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before update of d on t for each row execute function touch();
create policy p on t using (e > 0);
create view w as select f from t;
create table u (g integer, c integer);
create view x as select u.c from u;
-- file: 20250102000000_change.sql
-- finding: generated column `b`
alter table t alter column a type bigint;
-- finding: view `public.v`
alter table public.t alter column c type text;
-- finding: trigger `tr`
alter table t alter column d type bigint;
-- finding: policy `p`
alter table t alter column e type bigint;
drop view w;
alter table t alter column f type varchar(20);
create view w as select f from t;
alter table t alter column g type varchar(20);
alter table t drop column b, alter column g type text;
