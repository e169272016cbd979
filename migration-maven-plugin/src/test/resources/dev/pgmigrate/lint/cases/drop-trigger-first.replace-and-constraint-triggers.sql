-- file: 20250101000000_create.sql
create table t (id bigint);
create view v as select 1 as one;
create function f() returns trigger language plpgsql as 'begin return new; end';
-- file: 20250102000000_triggers.sql
create or replace trigger a before insert on t for each row execute function f();
-- finding: `b`
create trigger b before insert on t for each row execute function f();
drop trigger if exists c on public.t;
create constraint trigger c after insert on t for each row execute function f();
-- finding: `d`
create constraint trigger d after insert on t for each row execute function f();
drop trigger if exists "E" on v;
create trigger "E" instead of insert on v for each row execute function f();
drop table if exists fresh;
create table fresh (id bigint);
create trigger x before insert on fresh for each row execute function f();
