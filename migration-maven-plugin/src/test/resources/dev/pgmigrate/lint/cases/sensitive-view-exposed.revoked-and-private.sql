-- flavour: supabase
-- postgres: 15+
-- file: 20250101000000_create.sql
create schema private;
-- finding: `public.people`
create view public.people as select id, email from auth.users;
create view private.people as select id, email from auth.users;
create view invoking with (security_invoker = true) as select id from auth.users;
create view hidden as select id from auth.users;
revoke all on hidden from anon, authenticated;
create view dropped as select id from auth.users;
drop view dropped;
-- finding: `public.Joined`
create view "Joined" as select u.id from auth.users as u where exists (select 1);
