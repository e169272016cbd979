-- flavour: supabase
-- refused: 3F000, 42704, 42883, 42P01
-- file: 20250101000000_grant.sql
grant all on table public.notes to anon, authenticated, service_role;
grant all on function public.f() to reporting;
revoke all on table public.notes from reporting;
grant select on table public.notes to reporting;
-- finding: GRANT ALL on `public.notes`
grant all privileges on table public.notes to reporting;
-- finding: all tables in `app`
grant all on all tables in schema app to reporting;
-- finding: from now on
alter default privileges in schema app grant all on tables to reporting;
