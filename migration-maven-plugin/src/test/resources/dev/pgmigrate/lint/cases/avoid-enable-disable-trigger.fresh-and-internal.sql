-- file: 20250101000000_create.sql
create table users (id bigint primary key);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger "T" before insert on users for each row execute function f();
-- file: 20250102000000_alter.sql
-- finding: users
alter table users disable trigger "T";
-- finding: users
alter table only public.users enable trigger user;
-- finding: users
alter table users enable always trigger "T";
create table teams (id bigint);
create trigger t before insert on teams for each row execute function f();
alter table teams disable trigger all;
