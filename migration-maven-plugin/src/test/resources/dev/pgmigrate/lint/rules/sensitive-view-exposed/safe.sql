-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_members.sql
create or replace view public.members as select id, email from auth.users;
revoke all on public.members from anon, authenticated;
