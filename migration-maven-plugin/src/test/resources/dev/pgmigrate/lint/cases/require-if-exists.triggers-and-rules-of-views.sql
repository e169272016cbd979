-- file: 20250101000000_create.sql
create table t (a integer);
create view v as select a from t;
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger one instead of insert on v for each row execute function f();
create trigger two instead of update on v for each row execute function f();
create rule three as on delete to v do instead nothing;
create rule four as on delete to v do also nothing;
-- file: 20250102000000_drop.sql
-- finding: trigger `one` on `v`
drop trigger one on v;
drop trigger if exists two on v;
-- finding: rule `three` on `v`
drop rule three on v;
drop rule four on v;
create rule four as on delete to v do also nothing;
