-- file: 20250101000000_create.sql
set local search_path = public;
create schema if not exists app;
create table a (id bigint);
drop policy if exists p on a;
create policy p on a using (true);
-- finding: 
create index i on a (id);
-- file: 20250102000000_order.sql
drop trigger if exists t on a;
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function f();
comment on table a is 'x';
create view v as select 1 as one;
-- finding: stands behind its views
create table b (id bigint);
comment on table b is 'y';
