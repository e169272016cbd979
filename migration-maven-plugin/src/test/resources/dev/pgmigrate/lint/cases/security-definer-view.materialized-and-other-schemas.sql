-- postgres: 15+
-- file: 20250101000000_create.sql
create table notes (id bigint, owner name);
create table open (id bigint);
alter table notes enable row level security;
create policy p on notes using (owner = current_user);
-- finding: `public.a`
create view a as select id from notes;
create view b with (security_invoker) as select id from notes;
create view c with (security_invoker = true) as select id from public.notes;
create view d as select id from open;
create view e as select id from notes where owner = current_user;
-- finding: `public.f`
create or replace view "f" with (security_barrier) as select n.id from open o join notes n using (id);
create view g as select id from notes;
alter view g set (security_invoker = on);
