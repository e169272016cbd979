-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_members.sql
-- finding: serves `public.members`
create or replace view public.members as select id, email from auth.users;
