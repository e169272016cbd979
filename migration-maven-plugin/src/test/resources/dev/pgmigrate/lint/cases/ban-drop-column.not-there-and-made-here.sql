-- file: 20250101000000_create.sql
create table users (id bigint primary key, "Email" text, email text, name text);
-- file: 20250102000000_drop.sql
alter table users add column scratch text;
update users set scratch = name where id < 10;
-- finding: `Email`
alter table users drop column "Email";
alter table users drop column if exists "Email", drop column if exists phone;
-- finding: `email`
alter table only public.users drop /* the old one */ column if exists email restrict;
-- finding: `unknown`
alter table if exists elsewhere.people drop column if exists unknown;
create table copies as select * from users;
alter table copies drop column name;
