-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_purge.sql
create or replace function public.purge_sessions() returns void language sql security definer set search_path = ''
  as $$ select null::void $$;
revoke execute on function public.purge_sessions() from public, anon;
