-- refused: 42710
-- file: 20250101000000_create.sql
create table t (a integer);
create view v as select a from t;
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger one instead of insert on v for each row execute function f();
create or replace view v as select a from t;
-- finding: `one` on `v`
create trigger one instead of insert on v for each row execute function f();
do $$ begin
    if random() < 2 then
        execute 'drop trigger one on v';
    end if;
end $$;
create or replace view v as select a from t;
create trigger one instead of insert on v for each row execute function f();
drop view v;
create view v as select a from t;
create trigger one instead of insert on v for each row execute function f();
