-- file: 20250101000000_contacts.sql
-- finding: column `kind` on `public.contacts` depends on the type `contact_kind` when the file runs again
drop type if exists contact_kind;
create type contact_kind as enum ('home');
create table if not exists contacts (id bigint primary key, kind contact_kind);
-- file: 20250102000000_touch.sql
-- finding: trigger `touched` on `public.contacts` depends on the function `touch` when the file runs again
drop function if exists touch();
create function touch() returns trigger language plpgsql as 'begin return new; end';
drop trigger if exists touched on contacts;
create trigger touched before update on contacts for each row execute function touch();
-- file: 20250103000000_stamp.sql
drop trigger if exists stamped on contacts;
drop function if exists stamp();
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create trigger stamped before update on contacts for each row execute function stamp();
-- file: 20250104000000_names.sql
drop view if exists late_names;
drop view if exists names;
create view names as select id from contacts;
create view late_names as select id from names;
-- file: 20250105000000_gone.sql
drop type if exists passing;
create type passing as enum ('x');
create table passers (p passing);
drop table passers;
