-- file: 20250101000000_create.sql
create table t (a integer);
create view v as select a from t;
create view w as select a from t;
create function f() returns trigger language plpgsql as 'begin return new; end';
-- file: 20250102000000_triggers.sql
-- finding: `plain` on `v`
create trigger plain instead of insert on v for each row execute function f();
create or replace trigger replaced instead of update on v for each row execute function f();
create or replace view v as select a from t;
drop trigger if exists dropped on v;
create trigger dropped instead of delete on v for each row execute function f();
drop view w;
create view w as select a from t;
create trigger plain instead of insert on w for each row execute function f();
-- file: 20250103000000_moved.sql
create schema if not exists app;
alter view if exists w rename to x;
alter view if exists x set schema app;
-- finding: `later` on `app.x`
create trigger later instead of delete on app.x for each row execute function f();
-- file: 20250104000000_not_shown.sql
create or replace view y as select a from t;
do $$ begin
    create trigger caught instead of delete on y for each row execute function f();
exception when duplicate_object then null;
end $$;
