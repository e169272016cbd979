-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_purge.sql
-- finding: can run `public.purge_sessions`
create or replace function public.purge_sessions() returns void language sql security definer set search_path = ''
  as $$ select null::void $$;
