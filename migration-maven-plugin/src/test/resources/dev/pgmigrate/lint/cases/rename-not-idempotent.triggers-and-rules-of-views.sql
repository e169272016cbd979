-- file: 20250101000000_create.sql
create table t (a integer);
create view v as select a from t;
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger one instead of insert on v for each row execute function f();
create rule two as on delete to v do instead nothing;
create rule three as on insert to t do also nothing;
-- file: 20250102000000_rename.sql
-- finding: trigger `one` on `v`
alter trigger one on v rename to first;
-- finding: rule `two` on `v`
alter rule two on v rename to second;
-- finding: rule `three` on `t`
alter rule three on t rename to third;
-- file: 20250103000000_drop_under_the_new_names.sql
drop trigger first on v;
drop rule second on v;
drop rule third on t;
