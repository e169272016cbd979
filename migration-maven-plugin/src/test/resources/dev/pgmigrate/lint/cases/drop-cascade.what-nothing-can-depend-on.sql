-- file: 20250101000000_create.sql
create table users (id bigint primary key, name text);
create view names as select name from users;
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on users for each row execute function f();
create policy p on users using (true);
create rule r as on delete to users do also notify gone;
create publication pub for table users;
create index i on users (name);
-- file: 20250102000000_drop.sql
drop policy p on users cascade;
drop trigger if exists t on users cascade;
drop publication pub cascade;
drop rule r on users cascade;
create view fresh as select id from users;
drop view fresh cascade;
create table copies as select * from users;
create view copied as select * from copies;
drop table copies cascade;
-- finding: `public.i`
drop index public.i cascade;
-- finding: view `names`
drop view if exists names cascade;
drop view if exists names cascade;
-- finding: column `name`
alter table users drop column name cascade;
-- finding: constraint `users_pkey`
alter table users drop constraint users_pkey cascade;
